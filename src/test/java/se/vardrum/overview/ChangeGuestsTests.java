package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Guests are added, corrected and taken away after the booking. */
class ChangeGuestsTests extends ChangeVisitTest {
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
    void aCorrectedGuestGetsANewInvitationAndTheOldLinkDies() throws Exception {
        var erik = people.guest(visit);
        var before = links.personal(erik.id());
        var form = text(mvc.perform(get(at("/guests/" + erik.id().value())).with(Ward.as(who.anna()))));
        assertThat(form).contains("value=\"Erik\"", "value=\"+46 70 174 06 05\"", "Länken gäller fortfarande");
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
}
