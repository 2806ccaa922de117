package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import se.vardrum.access.Actor;

@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class PatientListTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    Ward.Cast who;

    @BeforeEach
    void everybody() {
        who = people.cast();
    }

    @Test
    void oneIsResponsibleForWhatOneBooks() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of());
        assertThat(list(who.anna(), "today"))
                .contains("Dagens besök (1)", "Kommande (0)", "14:30", "Jake Nordin", "19 år")
                .contains("Aknebesvär", "Videobesök", "Anna Lindgren");
        assertThat(list(who.daniel(), "today")).contains("Dagens besök (0)").doesNotContain("Jake");
    }

    @Test
    void whatStartsAfterTodayIsUpcoming() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY.plusDays(1), 0, 30), List.of());
        people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 23, 59), List.of());
        assertThat(list(who.anna(), "today"))
                .contains("Dagens besök (1)", "Ove Berg")
                .doesNotContain("Jake");
        assertThat(list(who.anna(), "upcoming"))
                .contains("Kommande (1)", "Jake Nordin", "lör 29 nov")
                .doesNotContain("Ove");
    }

    @Test
    void theGuestTabExistsOnlyWhileThereIsSuchAVisit() throws Exception {
        assertThat(list(who.daniel(), "today")).doesNotContain("Besök som gäst");
        mvc.perform(get("/visits").param("tab", "guest").with(Ward.as(who.daniel())))
                .andExpect(redirectedUrl("/visits"));
        var visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 9, 0), List.of(), who.daniel());
        assertThat(list(who.daniel(), "today")).contains("Besök som gäst (1)", "Dagens besök (0)");
        assertThat(list(who.anna(), "today")).doesNotContain("Besök som gäst");
        people.starts(who.anna(), visit);
        assertThat(list(who.daniel(), "today")).contains("Besök som gäst (1)");
        mvc.perform(post("/visits/" + visit.value() + "/end")
                        .with(Ward.as(who.anna()))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        assertThat(list(who.daniel(), "today")).doesNotContain("Besök som gäst");
        assertThat(list(who.anna(), "today")).contains("Dagens besök (1)", "Avslutat 08:00");
    }

    @Test
    void aGuestRowSaysWhatWhenWhereAndWhoseButNeverThePatient() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 9, 0), List.of(Ward.ERIK), who.daniel());
        assertThat(list(who.daniel(), "guest"))
                .contains("09:00", "Aknebesvär", "Testberga vårdcentral", "Anna Lindgren")
                .doesNotContain("Jake", "Nordin", "19 år", who.jake().identityNumber(), "Utslag", "Erik");
    }

    @Test
    void aVisitOneStartsMovesToOnesOwnListAndTheFormerKeepsItAsGuest() throws Exception {
        var visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY.plusDays(3), 9, 0), List.of(), who.daniel());
        people.starts(who.daniel(), visit);
        assertThat(list(who.daniel(), "today"))
                .contains("Dagens besök (1)", "Jake Nordin", "Pågår", "Daniel Ek")
                .contains("/visits/" + visit.value() + "/call")
                .doesNotContain("Besök som gäst");
        assertThat(list(who.anna(), "today")).contains("Dagens besök (0)", "Kommande (0)", "Besök som gäst (1)");
        assertThat(list(who.anna(), "guest")).contains("Daniel Ek", "Gå med").doesNotContain("Jake");
    }

    @Test
    void theWholeUnitsListIsARightOfItsOwn() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 9, 0), List.of());
        assertThat(list(who.eva(), "today"))
                .contains("Hela enheten", "Dagens besök (0)")
                .doesNotContain("Jake");
        assertThat(page(get("/visits").param("unit", "true").with(Ward.as(who.eva()))))
                .contains("Dagens besök (1)", "Jake Nordin", "Öppna")
                .doesNotContain("Starta besöket");
        assertThat(page(get("/visits").param("unit", "true").with(Ward.as(who.karin()))))
                .contains("Dagens besök (0)")
                .doesNotContain("Jake");
        assertThat(list(who.anna(), "today")).doesNotContain("Hela enheten");
        for (var path : List.of("/visits", "/visits/list", "/visits/tabs")) {
            mvc.perform(get(path).param("unit", "true").with(Ward.as(who.anna())))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void oneWithProtectedIdentityShowsAsSuchAndIsNotFoundByName() throws Exception {
        people.book(who.anna(), who.siv(), Ward.at(Ward.TODAY, 10, 15), List.of());
        assertThat(list(who.anna(), "today"))
                .contains("Skyddade personuppgifter")
                .doesNotContain("Siv", "Hemlin", "42 år");
        assertThat(filtered(who.anna(), "hemlin")).doesNotContain("Skyddade personuppgifter");
    }

    @Test
    void theStateSaysWhoWaitsAndWhatDidNotArrive() throws Exception {
        var visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 9, 0), List.of(Ward.ERIK));
        assertThat(list(who.anna(), "today"))
                .contains("Bokat · inbjudningar på väg")
                .doesNotContain("Starta besöket");
        people.messages(visit, "SMS", "SENT");
        people.messages(visit, "EMAIL", "SENT");
        assertThat(list(who.anna(), "today")).contains("Bokat · alla inbjudningar skickade");
        people.messages(visit, "SMS", "DELIVERED");
        assertThat(list(who.anna(), "today")).contains("Bokat · alla inbjudningar levererade");
        people.messages(visit, "SMS", "FAILED");
        assertThat(list(who.anna(), "today")).contains("2 sms kom inte fram");
        people.messages(visit, "EMAIL", "FAILED");
        assertThat(list(who.anna(), "today")).contains("1 mejl kom inte fram");
        people.arrives(who.jake(), visit);
        assertThat(list(who.anna(), "today")).contains("Patienten väntar", "Starta besöket");
    }

    @Test
    void whoMustBeRungIsSaid() throws Exception {
        people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 9, 0), List.of());
        assertThat(list(who.anna(), "today")).contains("Ring patienten");
    }

    @Test
    void theFilterTakesNameAndReasonInAnyCaseAndOrder() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 9, 0), List.of());
        people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 10, 0), List.of());
        assertThat(filtered(who.anna(), "nord JAK")).contains("Jake").doesNotContain("Ove");
        assertThat(filtered(who.anna(), "akne")).contains("Jake", "Ove");
        assertThat(filtered(who.anna(), "<b>xyz%_'\""))
                .contains("Inget här passar")
                .doesNotContain("<b>xyz");
        assertThat(filtered(who.anna(), "x".repeat(5000))).contains("Inget här passar");
        assertThat(filtered(who.anna(), "\u0000\u0007🩺")).doesNotContain("\u0007");
    }

    @Test
    void anUnknownTabIsToday() throws Exception {
        assertThat(list(who.anna(), "\"><script>x"))
                .contains("Inga besök i dag")
                .doesNotContain("<script>x");
    }

    @Test
    void everyLookIsLoggedOnceAndARefreshOnlyForThoseNewlyShown() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 9, 0), List.of());
        list(who.anna(), "today");
        assertThat(people.logged(who.anna(), "SEEN", who.jake())).isEqualTo(1);
        filtered(who.anna(), "");
        filtered(who.anna(), "");
        assertThat(people.logged(who.anna(), "SEEN", who.jake())).isEqualTo(1);
        people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 10, 0), List.of());
        filtered(who.anna(), "");
        filtered(who.anna(), "");
        assertThat(people.logged(who.anna(), "SEEN", who.ove())).isEqualTo(1);
        list(who.anna(), "today");
        assertThat(people.logged(who.anna(), "SEEN", who.jake())).isEqualTo(2);
        assertThat(people.logged(who.anna(), "SEEN", who.ove())).isEqualTo(2);
        assertThat(people.logged(who.daniel(), "SEEN", who.jake())).isZero();
    }

    @Test
    void nobodyElseComesHere() throws Exception {
        mvc.perform(get("/visits")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/visits").with(Ward.as(Ward.self(who.jake())))).andExpect(status().isForbidden());
        mvc.perform(get("/mina").with(Ward.as(who.anna()))).andExpect(status().isForbidden());
    }

    private String list(Actor.Staff me, String tab) throws Exception {
        return page(get("/visits").param("tab", tab).with(Ward.as(me)));
    }

    private String filtered(Actor.Staff me, String q) throws Exception {
        return page(get("/visits/list").param("q", q).with(Ward.as(me)));
    }

    private String page(RequestBuilder request) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
