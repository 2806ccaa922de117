package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.CancelAppointment;

@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class VisitPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    CancelAppointment cancel;

    Ward.Cast who;
    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        who = people.cast();
        visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of(Ward.ERIK), who.daniel());
    }

    @Test
    void theResponsibleOneSeesEverything() throws Exception {
        assertThat(page(who.anna()))
                .contains("Aknebesvär", "fredag 28 november 2031 kl 14:30–15:00", "Videobesök", "Testberga vårdcentral")
                .contains(
                        "Utslag i ansiktet sedan maj.",
                        "Jake Nordin",
                        "19 år",
                        who.jake().identityNumber())
                .contains("+46 70 174 06 10", "Erik Sjö", "+46 70 174 06 05 · erik@example.com", "Daniel Ek")
                .contains("Sjuksköterska (Ansvarig vårdpersonal)", "Deltagare (4)", "Sms på väg", "Mejl på väg")
                .contains("Starta besöket", "Avboka besöket", "Kopiera länk", "Ersätt länken", "/b/");
    }

    @Test
    void thePagesTitleHoldsNoReason() throws Exception {
        var title = page(who.anna()).replaceAll("(?s).*<title>(.*)</title>.*", "$1");
        assertThat(title).contains("Besök fre 28 nov 14:30").doesNotContain("Akne");
    }

    @Test
    void anInvitedColleagueSeesNothingMoreOfThePatientThanReasonAndDescription() throws Exception {
        for (var html : List.of(page(who.daniel()), now(who.daniel()), part("/invite"), part("/cancel"))) {
            assertThat(html)
                    .contains("28 november 2031")
                    .doesNotContain("Jake", "Nordin", "19 år", who.jake().identityNumber(), "70 174 06 10");
        }
        assertThat(page(who.daniel()))
                .contains(
                        "Utslag i ansiktet", "Patienten", "Starta besöket", "När du startar besöket blir du ansvarig");
    }

    @Test
    void whoeverStartsIsResponsibleAndSeesThePatientAndTheFormerNoLonger() throws Exception {
        people.starts(who.daniel(), visit);
        assertThat(page(who.daniel()))
                .contains("Jake Nordin", "Gå med", "Pågår")
                .doesNotContain("Starta besöket", "Avboka besöket");
        assertThat(page(who.anna()))
                .contains("Gå med")
                .doesNotContain("Jake", who.jake().identityNumber());
    }

    @Test
    void aColleagueInTheCallWithThePatientSeesWhoItIs() throws Exception {
        people.arrives(who.jake(), visit);
        people.arrives(who.daniel(), visit);
        assertThat(page(who.daniel()))
                .contains("Väntar sedan 08:00", "Kamera och mikrofon fungerar")
                .doesNotContain("Jake");
        people.starts(who.anna(), visit);
        assertThat(page(who.daniel())).contains("Jake Nordin", "Med i samtalet");
    }

    @Test
    void theUnitsRightSeesButChangesNothing() throws Exception {
        assertThat(page(who.eva()))
                .contains("Jake Nordin", "Aknebesvär")
                .doesNotContain(
                        "Starta besöket",
                        "Avboka besöket",
                        "/b/",
                        "Ersätt länken",
                        "Ta bort",
                        "Skicka igen",
                        "Bjud in fler");
        var guest = people.guest(visit).id().value();
        for (var path : List.of(
                "/cancel",
                "/guests",
                "/guests/" + guest,
                "/staff",
                "/link",
                "/rung",
                "/participants/" + guest + "/remove",
                "/participants/" + guest + "/resend")) {
            mvc.perform(post(at(path)).with(Ward.as(who.eva())).with(csrf())).andExpect(status().isNotFound());
        }
        for (var path : List.of("/cancel", "/invite", "/invite/hits", "/guests/" + guest)) {
            mvc.perform(get(at(path)).with(Ward.as(who.eva()))).andExpect(status().isNotFound());
        }
    }

    @Test
    void forEverybodyElseThereIsNoSuchVisit() throws Exception {
        var guest = people.guest(visit).id().value();
        for (var path : List.of("", "/now", "/cancel", "/invite", "/invite/hits", "/guests/" + guest)) {
            mvc.perform(get(at(path)).with(Ward.as(who.karin()))).andExpect(status().isNotFound());
            mvc.perform(get(at(path))).andExpect(status().is3xxRedirection());
            mvc.perform(get(at(path)).with(Ward.as(Ward.self(who.jake())))).andExpect(status().isForbidden());
        }
        for (var path : List.of("/visits/" + UUID.randomUUID(), "/visits/1", "/visits/<b>", "/visits/list%00")) {
            mvc.perform(get(java.net.URI.create(path.replace("<", "%3C").replace(">", "%3E")))
                            .with(Ward.as(who.anna())))
                    .andExpect(it -> assertThat(it.getResponse().getStatus()).isIn(400, 404));
        }
    }

    @Test
    void oneWithProtectedIdentityHasNoNumberAndNoTelephone() throws Exception {
        var hidden = people.book(who.anna(), who.siv(), Ward.at(Ward.TODAY, 10, 0), List.of());
        var html = mvc.perform(get("/visits/" + hidden.value()).with(Ward.as(who.anna())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html)
                .contains("Skyddade personuppgifter", "Siv Hemlin")
                .doesNotContain(who.siv().identityNumber(), "70 174 06 11");
    }

    @Test
    void eachLookIsLoggedOnceAndARefreshIsTheSameLook() throws Exception {
        page(who.anna());
        now(who.anna());
        now(who.anna());
        assertThat(people.logged(who.anna(), "SEEN", who.jake())).isEqualTo(1);
        page(who.anna());
        assertThat(people.logged(who.anna(), "SEEN", who.jake())).isEqualTo(2);
        now(who.daniel());
        assertThat(people.logged(who.daniel(), "SEEN", who.jake())).isEqualTo(1);
    }

    @Test
    void aCancelledVisitSaysSoAndOffersNothing() throws Exception {
        cancel.cancel(who.anna(), visit, "Jake har ringt.");
        assertThat(page(who.anna()))
                .contains("Besöket är avbokat. Orsak: Jake har ringt.", "data-refresh-stop")
                .doesNotContain("Starta besöket", "Gå med", "/b/", "Ta bort", "Skicka igen", "Rätta");
        assertThat(page(who.daniel())).contains("Besöket är avbokat.").doesNotContain("Jake");
    }

    @Test
    void anEndedVisitSaysSoAndOffersNothing() throws Exception {
        people.starts(who.anna(), visit);
        mvc.perform(post(at("/end")).with(Ward.as(who.anna())).with(csrf())).andExpect(status().isNoContent());
        assertThat(page(who.anna()))
                .contains("Besöket avslutades fredag 28 november 2031 kl 08:00.")
                .doesNotContain("Starta besöket", "Gå med", "Avboka", "/b/");
    }

    private String page(Actor.Staff me) throws Exception {
        return html(me, "");
    }

    private String now(Actor.Staff me) throws Exception {
        return html(me, "/now");
    }

    private String part(String path) throws Exception {
        return html(who.daniel(), path);
    }

    private String html(Actor.Staff me, String path) throws Exception {
        return mvc.perform(get(at(path)).with(Ward.as(me)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String at(String path) {
        return "/visits/" + visit.value() + path;
    }
}
