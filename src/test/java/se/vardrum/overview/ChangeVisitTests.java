package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;

/** A visit is called off, changed and tried again after the booking. */
class ChangeVisitTests extends ChangeVisitTest {
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
    void whoMayNotSeeThePatientDoesNotLearnTheNumberFromTheForm() throws Exception {
        var answer =
                send(who.daniel(), "/guests", "firstName", "Bo", "lastName", "Ek", "mobile", "0701740610", "email", "");
        done(answer, "guest");
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
        done(send(who.anna(), "/link", "version", "1"), "link");
        assertThat(links.general(visit).orElseThrow()).isNotEqualTo(before);
        mvc.perform(get(before.substring(before.indexOf("/b/")))).andExpect(status().isGone());
    }

    @Test
    void theGeneralLinkIsTakenBackAndANewOneMade() throws Exception {
        assertThat(see(who.anna())).contains("Ta tillbaka länken", "Ingen ny kan komma in med länken. De som väntar");
        done(send(who.daniel(), "/link/revoke", "version", "1"), "link-revoked");
        done(send(who.anna(), "/link/revoke", "version", "1"), "nothing");
        done(send(who.anna(), "/link/revoke", "version", "ett"), "nothing");
        assertThat(links.general(visit)).isEmpty();
        assertThat(see(who.anna()))
                .contains("Länken är återtagen", "Skapa en ny länk")
                .doesNotContain("/b/", "Ersätt länken");
        done(send(who.anna(), "/link", "version", "1"), "link-made");
        done(send(who.daniel(), "/link", "version", "1"), "nothing");
        assertThat(see(who.anna())).contains(links.general(visit).orElseThrow());
    }

    @Test
    void whoeverOnlySeesTheUnitsListTouchesNoLink() throws Exception {
        send(who.eva(), "/link/revoke", "version", "1").andExpect(status().isNotFound());
        send(who.karin(), "/link", "version", "1").andExpect(status().isNotFound());
        assertThat(links.general(visit)).isPresent();
    }

    @Test
    void whenManyTryAnOldLinkStaffAreToldCalmly() throws Exception {
        assertThat(see(who.anna())).doesNotContain("Många har försökt");
        var old = links.general(visit).orElseThrow();
        send(who.anna(), "/link", "version", "1");
        for (int i = 0; i < 10; i++) mvc.perform(get(old.substring(old.indexOf("/b/"))));
        assertThat(see(who.anna())).contains("Många har försökt med en gammal länk", "Byt den generella länken");
        send(who.anna(), "/link/revoke", "version", "2");
        assertThat(see(who.anna())).contains("Många har försökt").doesNotContain("Byt den generella länken");
    }

    private String see(Actor.Staff who) throws Exception {
        return text(mvc.perform(get(at("")).with(Ward.as(who))));
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
}
