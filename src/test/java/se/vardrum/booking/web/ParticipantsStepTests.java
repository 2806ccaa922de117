package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vardrum.World;

/** Step 2: guests and colleagues, in and out, and what is half typed. */
class ParticipantsStepTests extends WizardTest {

    @Test
    void stepTwoIsNotReachedBeforeStepOneIsDone() {
        assertThat(anna.see(at("participants")).location()).isEqualTo("/bookings/" + draft + "/details?check=1");
        assertThat(anna.see(at("confirm")).location()).isEqualTo("/bookings/" + draft + "/details?check=1");
        assertThat(anna.see(at("details?check=1")).body()).contains("Välj en sökorsak");
        assertThat(anna.press(at("confirm")).status()).isEqualTo(422);
        assertThat(sql.sql("select count(*) from appointment where booking_key = :key")
                        .param("key", UUID.fromString(draft))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aGuestIsAddedShownInStandardFormAndTakenAwayAgain() {
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("participants")).body())
                .contains(
                        "Lägg till deltagare",
                        "Deltagare (2)",
                        "Gästerna kommer inte att kunna se några patientuppgifter.",
                        "Inbjudan skickas först när du bekräftar bokningen.",
                        "Bjud in via",
                        "(Ansvarig vårdpersonal)",
                        "Tillbaka till detaljer");
        assertThat(guest("Erik", "Sjö", "070-174 06 10", "Erik@Exempel.se").location())
                .isEqualTo("/bookings/" + draft + "/participants?tab=guest&added=1");
        var page = anna.see(at("participants?tab=guest&added=1")).body();
        assertThat(page)
                .contains("Deltagare (3)", "Erik Sjö", "+46 70 174 06 10", "Erik@exempel.se", "Ta bort Erik Sjö");
        var key = page.split("/remove/")[1].split("\"")[0];
        anna.press(at("remove/" + key), "tab", "guest", "firstName", "Lei");
        assertThat(anna.see(at("participants")).body())
                .contains("Deltagare (2)", "value=\"Lei\"")
                .doesNotContain("Erik Sjö");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | Sjö | 0701740610 | '' | Skriv gästens förnamn",
                "Erik | '' | 0701740610 | '' | Skriv gästens efternamn",
                "Erik | Sjö | '' | '' | Skriv ett mobilnummer eller en e-postadress",
                "Erik | Sjö | 070-17 | '' | Numret är för kort",
                "Erik | Sjö | 08-465 004 00 | '' | kan inte ta emot sms",
                "Erik | Sjö | '' | erik@ | ser inte rätt ut",
                "<b>Erik</b> | Sjö | 0701740610 | '' | inga andra tecken",
                "evil.example | Sjö | 0701740610 | '' | inga andra tecken",
                "😀 | Sjö | 0701740610 | '' | inga andra tecken"
            })
    void aGuestThatIsNotRightIsSaidSoAndKept(String first, String last, String mobile, String email, String said) {
        details("Aknebesvär", day, "14:30");
        var answer = guest(first, last, mobile, email);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(said, "Deltagare (2)", "value=\"" + last + "\"");
    }

    @Test
    void aDuplicateIsPointedOutAndAddedAtASecondClick() {
        details("Aknebesvär", day, "14:30");
        guest("Erik", "Sjö", "0701740610", "");
        var twice = guest("Leila", "Hassan", "+46 70 174 06 10", "");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("Erik Sjö är redan tillagd med det mobilnumret.", "Lägg till ändå");
        assertThat(guest("Leila", "Hassan", "+46 70 174 06 10", "", "anyway", "yes")
                        .status())
                .isIn(302, 303);
        assertThat(anna.see(at("participants")).body()).contains("Deltagare (4)");
    }

    @Test
    void thePatientsOwnNumberIsPointedOut() {
        details("Aknebesvär", day, "14:30");
        var own = guest("Leila", "Hassan", "070-1740605", "");
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.body()).contains("patientens eget mobilnummer", "Lägg till ändå");
    }

    @Test
    void aHalfTypedGuestIsKeptAndAskedAboutNeverDropped() {
        details("Aknebesvär", day, "14:30");
        assertThat(anna.press(at("save-participants"), "firstName", "Lei", "mobile", "070")
                        .status())
                .isEqualTo(204);
        assertThat(anna.see(at("participants")).body()).contains("value=\"Lei\"", "value=\"070\"");
        var next = anna.press(at("participants"), "firstName", "Leila", "lastName", "", "mobile", "070", "email", "");
        assertThat(next.status()).isEqualTo(422);
        assertThat(next.body()).contains("Du har börjat skriva en gäst", "Rensa fälten", "value=\"Leila\"");
        assertThat(anna.press(at("participants"), "tab", "staff").status()).isEqualTo(422);
        assertThat(anna.press(at("confirm")).status()).isEqualTo(422);
        anna.press(at("guests/clear"));
        assertThat(anna.press(at("participants"), "firstName", "", "lastName", "", "mobile", "", "email", "")
                        .location())
                .isEqualTo("/bookings/" + draft + "/confirm");
    }

    @Test
    void aCopyThatComesAfterTheGuestWasAddedFillsNothing() {
        details("Aknebesvär", day, "14:30");
        guest("Erik", "Sjö", "0701740610", "");
        assertThat(anna.press(at("save-participants"), "guests", "0", "firstName", "Eri", "mobile", "0701")
                        .status())
                .isEqualTo(204);
        assertThat(anna.see(at("participants")).body()).doesNotContain("value=\"Eri\"");
        anna.press(at("save-participants"), "guests", "1", "firstName", "Lei");
        assertThat(anna.see(at("participants")).body()).contains("value=\"Lei\"");
    }

    @Test
    void goingBackKeepsEveryLetter() {
        details("Aknebesvär", day, "14:30");
        var back = anna.press(at("participants"), "to", "details", "firstName", "Lei", "lastName", "H");
        assertThat(back.location()).isEqualTo("/bookings/" + draft + "/details");
        assertThat(anna.see("/bookings/" + draft).location()).endsWith("/details");
        assertThat(anna.see(at("participants")).body()).contains("value=\"Lei\"", "value=\"H\"");
    }

    @Test
    void aColleagueIsFoundBySearchAndByTheTreeAndAdded() {
        details("Aknebesvär", day, "14:30");
        var name = world.daniel.name();
        var page = anna.see(
                        at("participants?tab=staff&q=" + name.replace(" ", "+").replace("ä", "%C3%A4")))
                .body();
        assertThat(page)
                .contains(
                        name,
                        "Sjuksköterska",
                        "Kommer inte att kunna se någon annan patientinformation än titel och beskrivning av denna"
                                + " händelse.");
        assertThat(anna.see("/directory/units/" + world.anna.unit() + "?draft=" + draft)
                        .body())
                .contains("Sjuksköterska", "Läkare");
        assertThat(anna.see("/directory/units/" + world.anna.unit() + "/people?title=Sjuksk%C3%B6terska&draft=" + draft)
                        .body())
                .contains(name);
        assertThat(anna.see(at("participants?tab=staff&title=Sjuksk%C3%B6terska"))
                        .body())
                .contains(name);

        assertThat(anna.press(at("staff"), "role", world.daniel.role().toString())
                        .status())
                .isIn(302, 303);
        assertThat(anna.press(at("staff"), "role", world.daniel.role().toString())
                        .status())
                .isIn(302, 303);
        var added = anna.see(at("participants?tab=staff&added=1")).body();
        assertThat(added).contains("Deltagare (3)", "Ta bort " + name, name + " är tillagd");
        anna.press(at("remove/" + world.daniel.role()), "tab", "staff");
        assertThat(anna.see(at("participants?tab=staff")).body()).contains("Deltagare (2)");
    }

    @Test
    void aColleagueWhoIsBusyThenIsMarked() {
        world.booked(world.daniel, world.request(world.ove, World.slot(local(day, "14:30")), List.of()));
        details("Aknebesvär", day, "14:30");
        var address = "/directory/units/" + world.anna.unit() + "/people?title=Sjuksk%C3%B6terska&draft=" + draft;
        assertThat(anna.see(address).body()).contains("Upptagen då");
    }

    @Test
    void aColleagueThatIsNoneIsRefused() {
        details("Aknebesvär", day, "14:30");
        for (var role :
                List.of("", "x", UUID.randomUUID().toString(), world.anna.role().toString())) {
            var answer = anna.press(at("staff"), "role", role);
            assertThat(answer.status()).as(role).isEqualTo(422);
        }
        assertThat(anna.see("/directory/units/" + UUID.randomUUID()).status()).isIn(200, 404);
        assertThat(anna.see("/directory/search?q=%00%F0%9F%98%80%3Cb%3E").status())
                .isEqualTo(200);
        assertThat(anna.see(at("participants?tab=staff&unit=" + UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void somebodyChosenButNotAddedIsAskedAbout() {
        details("Aknebesvär", day, "14:30");
        var answer = anna.press(
                at("participants"), "tab", "staff", "role", world.daniel.role().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("är vald men inte tillagd", "Gå vidare utan");
        assertThat(anna.press(at("participants"), "role", world.daniel.role().toString(), "without", "yes")
                        .location())
                .endsWith("/confirm");
    }
}
