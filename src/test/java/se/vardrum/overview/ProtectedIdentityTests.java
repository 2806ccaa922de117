package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;

/** A visit of Siv, who has protected identity, with Daniel invited. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class ProtectedIdentityTests {

    private static final String[] LEILA = {
        "firstName", "Leila", "lastName", "Hassan", "mobile", "070-174 06 20", "email", ""
    };

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    JdbcClient sql;

    Ward.Cast who;
    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        who = people.cast();
        visit = people.book(who.anna(), who.siv(), Ward.at(Ward.TODAY, 14, 30), List.of(), who.daniel());
    }

    @Test
    void theMarkShowsToWhomThePatientDoes() throws Exception {
        assertThat(see(who.anna(), ""))
                .contains("Skyddade personuppgifter", "Siv Hemlin")
                .doesNotContain("19881224", "70 174 06 11");
        assertThat(list(who.anna(), "today"))
                .contains("Skyddade personuppgifter")
                .doesNotContain("Hemlin");
    }

    @Test
    void anInvitedColleagueSeesNeitherNameNorUnit() throws Exception {
        assertThat(main(see(who.daniel(), "")))
                .contains("Aknebesvär", "Enheten visas inte")
                .doesNotContain("Siv", "Hemlin", "Testberga");
        assertThat(main(see(who.daniel(), "/call")))
                .contains("Aknebesvär")
                .doesNotContain("Siv", "Hemlin", "Testberga");
        assertThat(main(list(who.daniel(), "guest")))
                .contains("Aknebesvär", "Enheten visas inte")
                .doesNotContain("Siv", "Hemlin", "Testberga");
    }

    @Test
    void aGuestNeedsAReasonWhichIsLogged() throws Exception {
        assertThat(see(who.anna(), "/invite")).contains("Varför behöver gästen vara med?");
        var refused = press(who.anna(), "/guests", LEILA);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("Skriv varför gästen behöver vara med.", "value=\"Leila\"");
        assertThat(appointments.participants(visit)).noneMatch(Participant::guest);

        var reason = java.util.Arrays.copyOf(LEILA, LEILA.length + 2);
        reason[LEILA.length] = "reason";
        reason[LEILA.length + 1] = "Stödperson vid besöket";
        assertThat(press(who.anna(), "/guests", reason).getStatus()).isEqualTo(302);
        assertThat(appointments.participants(visit))
                .filteredOn(Participant::guest)
                .hasSize(1);
        assertThat(reasons("GUEST_INVITED")).containsExactly("Stödperson vid besöket");
    }

    @Test
    void thereIsNoGeneralLinkUntilSomebodyHasAReasonWhichIsLogged() throws Exception {
        assertThat(links.general(visit)).isEmpty();
        assertThat(see(who.anna(), "")).contains("besöket har ingen länk att dela", "Skapa en länk");
        var refused = press(who.anna(), "/link/new", "reason", " ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("Skriv varför länken behövs.");
        assertThat(links.general(visit)).isEmpty();

        assertThat(press(who.anna(), "/link/new", "reason", "Tolk utan namn").getStatus())
                .isEqualTo(302);
        var made = links.general(visit).orElseThrow();
        assertThat(see(who.anna(), "")).contains(made).doesNotContain("Skapa en länk");
        assertThat(reasons("LINK_MADE")).containsExactly("Tolk utan namn");
        press(who.anna(), "/link/new", "reason", "En gång till");
        assertThat(links.general(visit)).contains(made);
    }

    @Test
    void aLinkThatWasTakenBackNeedsAReasonAgain() throws Exception {
        press(who.anna(), "/link/new", "reason", "Tolk utan namn");
        press(who.anna(), "/link/revoke", "version", "1");
        assertThat(see(who.anna(), ""))
                .contains("besöket har ingen länk att dela")
                .doesNotContain("Skapa en ny länk");
        var asked = press(who.anna(), "/link", "version", "1");
        assertThat(asked.getRedirectedUrl()).endsWith("/link/new");
        assertThat(links.general(visit)).isEmpty();
        press(who.anna(), "/link/new", "reason", "Ny tolk");
        assertThat(links.general(visit)).isPresent();
        assertThat(reasons("LINK_MADE")).containsExactly("Tolk utan namn", "Ny tolk");
    }

    private List<String> reasons(String action) {
        return sql.sql("select reason from access_log where action = :action and person_id = :person")
                .param("action", action)
                .param("person", who.siv().person().value())
                .query(String.class)
                .list();
    }

    @Test
    void forOthersNoReasonIsAsked() throws Exception {
        visit = people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 16, 30), List.of(), who.daniel());
        assertThat(see(who.anna(), "/invite")).doesNotContain("Varför behöver gästen vara med?");
        assertThat(press(who.anna(), "/guests", LEILA).getStatus()).isEqualTo(302);
        assertThat(main(see(who.daniel(), ""))).contains("Testberga");
    }

    private String see(Actor who, String below) throws Exception {
        return answer(get("/visits/" + visit.value() + below), who).getContentAsString(StandardCharsets.UTF_8);
    }

    private String list(Actor who, String tab) throws Exception {
        return answer(get("/visits?tab=" + tab), who).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Without the page's head, where the reader's own unit stands. */
    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private MockHttpServletResponse press(Actor who, String below, String... fields) throws Exception {
        var request = post("/visits/" + visit.value() + below).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return answer(request, who);
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request, Actor who)
            throws Exception {
        return mvc.perform(request.with(Ward.as(who))).andReturn().getResponse();
    }
}
