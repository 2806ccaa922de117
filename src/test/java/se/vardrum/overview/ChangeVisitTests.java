package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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
import org.springframework.test.web.servlet.ResultActions;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.Deliveries;

@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class ChangeVisitTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    Appointments appointments;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Links links;

    Ward.Cast who;
    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        who = people.cast();
        visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of(Ward.ERIK), who.daniel());
    }

    @Test
    void cancellingNeedsAReasonAndTellsEveryoneConcerned() throws Exception {
        people.messages(visit, "SMS", "SENT");
        var refused = send(who.anna(), "/cancel", "reason", "   ");
        refused.andExpect(status().is(422));
        assertThat(text(refused)).contains("Skriv varför besöket avbokas", "Det här händer när du avbokar");
        assertThat(text(send(who.anna(), "/cancel", "reason", "å".repeat(301)).andExpect(status().is(422))))
                .contains("högst 300 tecken", "å".repeat(301));
        assertThat(state(visit)).isEqualTo(Appointment.Status.BOOKED);
        done(send(who.daniel(), "/cancel", "reason", "Jake har ringt.\nEn ny tid bokas."), "cancelled");
        assertThat(state(visit)).isEqualTo(Appointment.Status.CANCELLED);
        assertThat(appointments.find(visit).orElseThrow().cancelReason())
                .isEqualTo("Jake har ringt.\nEn ny tid bokas.");
        assertThat(deliveries.of(visit))
                .filteredOn(it -> it.kind().equals("CANCELLATION"))
                .hasSize(2);
        assertThat(people.logged(who.daniel(), "CANCELLED", who.jake())).isEqualTo(1);
        var late = send(who.anna(), "/cancel", "reason", "En gång till");
        late.andExpect(status().isConflict());
        assertThat(text(late)).contains("Inget ändrades", "Besöket är avbokat");
    }

    @Test
    void aRunningVisitIsEndedAndNotCancelled() throws Exception {
        people.starts(who.anna(), visit);
        assertThat(text(send(who.anna(), "/cancel", "reason", "Nej").andExpect(status().isConflict())))
                .contains("det har redan börjat");
        mvc.perform(get(at("/cancel")).with(Ward.as(who.anna()))).andExpect(status().isConflict());
        assertThat(state(visit)).isEqualTo(Appointment.Status.ARRIVED);
    }

    @Test
    void aGuestIsAddedAndInvitedAtOnce() throws Exception {
        done(guest("Leila", "Hassan", "070-174 06 20", ""), "guest");
        var added = named("Leila Hassan");
        assertThat(added.mobile()).isEqualTo("+46701740620");
        assertThat(deliveries.of(visit)).anyMatch(it -> it.participant().equals(added.id()));
        assertThat(people.logged(who.anna(), "CHANGED", who.jake())).isEqualTo(1);
    }

    @Test
    void aGuestsFieldsAreCheckedAndNothingTypedIsLost() throws Exception {
        var empty = text(guest("", "", "", "").andExpect(status().is(422)));
        assertThat(empty)
                .contains(
                        "Skriv gästens förnamn.",
                        "Skriv gästens efternamn.",
                        "Skriv ett mobilnummer eller en e-postadress");
        var wrong = text(guest("<b>Bo</b>", "evil.example", "070-17", "bo@@x").andExpect(status().is(422)));
        assertThat(wrong)
                .contains("&lt;b>Bo&lt;/b>", "value=\"evil.example\"", "value=\"070-17\"", "value=\"bo@@x\"")
                .contains("Numret är för kort", "Det där är ingen e-postadress", "Skriv namnet med bokstäver")
                .doesNotContain("<b>Bo</b>");
        assertThat(text(guest("A".repeat(61), "B", "", "b@example.com").andExpect(status().is(422))))
                .contains("högst 60 tecken");
        assertThat(text(guest("A\u0007da", "B", "", "b@example.com").andExpect(status().is(422))))
                .contains("tecken som inte kan visas");
        assertThat(text(guest("Bo", "Ek", "0701740605", "").andExpect(status().is(422))))
                .contains("Numret används redan av Erik Sjö");
        assertThat(text(guest("Bo", "Ek", "", "ERIK@example.com").andExpect(status().is(422))))
                .contains("Adressen används redan av Erik Sjö");
        assertThat(text(guest("Bo", "Ek", "0701740610", "").andExpect(status().is(422))))
                .contains("Numret används redan av Jake Nordin");
        assertThat(appointments.participants(visit)).hasSize(4);
        send(who.anna(), "/guests").andExpect(status().is(422));
    }

    @Test
    void whoMayNotSeeThePatientDoesNotLearnTheNumberFromTheForm() throws Exception {
        var answer =
                send(who.daniel(), "/guests", "firstName", "Bo", "lastName", "Ek", "mobile", "0701740610", "email", "");
        done(answer, "guest");
    }

    @Test
    void aCorrectedGuestGetsANewInvitationAndTheOldLinkDies() throws Exception {
        var erik = people.guest(visit);
        var before = links.personal(erik.id());
        var form = text(mvc.perform(get(at("/guests/" + erik.id().value())).with(Ward.as(who.anna()))));
        assertThat(form).contains("value=\"Erik\"", "value=\"+46 70 174 06 05\"", "Den gamla länken slutar fungera");
        done(
                send(
                        who.anna(),
                        "/guests/" + erik.id().value(),
                        "firstName",
                        "Erik",
                        "lastName",
                        "Sjö",
                        "mobile",
                        "070-174 06 25",
                        "language",
                        "en"),
                "corrected");
        assertThat(named("Erik Sjö").mobile()).isEqualTo("+46701740625");
        assertThat(named("Erik Sjö").language()).isEqualTo("en");
        assertThat(links.personal(erik.id())).isNotEqualTo(before);
        mvc.perform(get(before.substring(before.indexOf("/b/")))).andExpect(status().isGone());
    }

    @Test
    void onlyThisVisitsGuestsCanBeCorrectedOrTakenAway() throws Exception {
        var other = people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 17, 0), List.of(Ward.ERIK));
        var stranger = people.guest(other).id().value();
        var daniel = people.staff(visit, who.daniel()).id().value();
        mvc.perform(get(at("/guests/" + stranger)).with(Ward.as(who.anna()))).andExpect(status().isNotFound());
        for (var id : List.of(stranger, daniel, UUID.randomUUID())) {
            send(who.anna(), "/guests/" + id, "firstName", "X", "lastName", "Y", "email", "x@example.com")
                    .andExpect(status().isNotFound());
        }
        for (var id : List.of(stranger, UUID.randomUUID())) {
            send(who.anna(), "/participants/" + id + "/remove").andExpect(status().isNotFound());
            send(who.anna(), "/participants/" + id + "/resend").andExpect(status().isNotFound());
        }
        send(who.anna(), "/participants/me/remove").andExpect(status().isNotFound());
    }

    @Test
    void guestsAndColleaguesAreTakenAwayButNotThePatientNorTheResponsibleOne() throws Exception {
        var erik = people.guest(visit).id().value();
        done(send(who.anna(), "/participants/" + erik + "/remove"), "removed");
        done(send(who.anna(), "/participants/" + erik + "/remove"), "nothing");
        done(
                send(
                        who.anna(),
                        "/participants/"
                                + people.staff(visit, who.daniel()).id().value() + "/remove"),
                "removed");
        mvc.perform(get(at("")).with(Ward.as(who.daniel()))).andExpect(status().isNotFound());
        for (var stays : appointments.participants(visit)) {
            assertThat(text(send(who.anna(), "/participants/" + stays.id().value() + "/remove")
                            .andExpect(status().isConflict())))
                    .contains("kan inte tas bort");
        }
        assertThat(appointments.participants(visit)).hasSize(2);
    }

    @Test
    void aColleagueIsFoundByNameAndAdded() throws Exception {
        var page = text(mvc.perform(get(at("/invite?tab=staff&q=eva holm")).with(Ward.as(who.anna()))));
        assertThat(page).contains("Eva Holm", "Läkare, Testberga vårdcentral", "Lägg till");
        done(send(who.anna(), "/staff", "role", who.eva().role().toString()), "staff");
        done(send(who.anna(), "/staff", "role", who.eva().role().toString()), "nothing");
        assertThat(text(mvc.perform(get("/visits").with(Ward.as(who.eva()))))).contains("Besök som gäst (1)");
        send(who.anna(), "/staff", "role", UUID.randomUUID().toString()).andExpect(status().isNotFound());
        send(who.anna(), "/staff").andExpect(status().isNotFound());
        send(who.anna(), "/staff", "role", "x").andExpect(status().isNotFound());
        assertThat(text(mvc.perform(get(at("/invite/hits?q=<i>zz")).with(Ward.as(who.anna())))))
                .contains("Ingen heter &lt;i");
    }

    @Test
    void whatFailedIsSentAgain() throws Exception {
        people.messages(visit, "SMS", "FAILED");
        people.messages(visit, "EMAIL", "SENT");
        var erik = people.guest(visit);
        done(send(who.anna(), "/participants/" + erik.id().value() + "/resend"), "resent");
        assertThat(deliveries.of(visit))
                .filteredOn(it -> it.participant().equals(erik.id()))
                .extracting(it -> it.channel() + " " + it.state())
                .containsExactlyInAnyOrder("SMS DUE", "EMAIL SENT");
        done(
                send(
                        who.anna(),
                        "/participants/"
                                + people.staff(visit, who.daniel()).id().value() + "/resend"),
                "not-resent");
    }

    @Test
    void theGeneralLinkIsReplacedAndTheOldOneStopsWorking() throws Exception {
        var before = links.general(visit).orElseThrow();
        done(send(who.anna(), "/link"), "link");
        assertThat(links.general(visit).orElseThrow()).isNotEqualTo(before);
        mvc.perform(get(before.substring(before.indexOf("/b/")))).andExpect(status().isGone());
    }

    @Test
    void ringThePatientStandsThereUntilItIsDone() throws Exception {
        visit = people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 16, 0), List.of(), who.daniel());
        assertThat(text(mvc.perform(get(at("")).with(Ward.as(who.daniel()))))).contains("Klart, jag har ringt");
        done(send(who.daniel(), "/rung"), "rung");
        assertThat(text(mvc.perform(get(at("")).with(Ward.as(who.anna()))))).doesNotContain("Ring patienten");
        done(send(who.daniel(), "/rung"), "rung");
    }

    @Test
    void onePatientWhoGetsNoMessageMustBeRungAboutTheCancellationToo() throws Exception {
        visit = people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 16, 0), List.of());
        assertThat(text(mvc.perform(get(at("/cancel")).with(Ward.as(who.anna())))))
                .contains("Patienten får inget sms om avbokningen");
        done(send(who.anna(), "/cancel", "reason", "Anna är sjuk."), "cancelled");
        assertThat(text(mvc.perform(get(at("")).with(Ward.as(who.anna())))))
                .contains("Patienten får inget sms om avbokningen");
    }

    @Test
    void nothingChangesWhenTheVisitIsOver() throws Exception {
        var erik = people.guest(visit).id().value();
        send(who.anna(), "/cancel", "reason", "Dubbelbokat");
        for (var path : List.of(
                "/guests",
                "/guests/" + erik,
                "/staff",
                "/link",
                "/rung",
                "/participants/" + erik + "/remove",
                "/participants/" + erik + "/resend")) {
            assertThat(text(send(who.anna(), path).andExpect(status().isConflict())))
                    .contains("Inget ändrades");
        }
        for (var path : List.of("/invite", "/invite/hits", "/guests/" + erik, "/cancel")) {
            mvc.perform(get(at(path)).with(Ward.as(who.anna()))).andExpect(status().isConflict());
        }
    }

    @Test
    void withoutTheTokenNothingHappens() throws Exception {
        mvc.perform(post(at("/cancel")).param("reason", "x").with(Ward.as(who.anna())))
                .andExpect(status().isForbidden());
        assertThat(state(visit)).isEqualTo(Appointment.Status.BOOKED);
    }

    private ResultActions guest(String first, String last, String mobile, String email) throws Exception {
        return send(
                who.anna(),
                "/guests",
                "firstName",
                first,
                "lastName",
                last,
                "mobile",
                mobile,
                "email",
                email,
                "language",
                "sv");
    }

    private ResultActions send(Actor.Staff me, String path, String... fields) throws Exception {
        var request = post(at(path)).with(Ward.as(me)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return mvc.perform(request);
    }

    private void done(ResultActions answer, String what) throws Exception {
        answer.andExpect(redirectedUrl(at(""))).andExpect(flash().attribute("done", what));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private Participant named(String name) {
        return appointments.participants(visit).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Appointment.Status state(AppointmentId id) {
        return appointments.find(id).orElseThrow().status();
    }

    private String at(String path) {
        return "/visits/" + visit.value() + path;
    }
}
