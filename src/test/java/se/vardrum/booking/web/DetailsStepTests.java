package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.vardrum.World;

/** Step 1: every wrong answer is said and nothing typed is lost. */
class DetailsStepTests extends WizardTest {

    @Test
    void stepOneSaysEverythingInTheGuidesWords() {
        assertThat(anna.see(at("details")).body())
                .contains(
                        "Skapa ett nytt videobesök",
                        "1. Besöksdetaljer",
                        "2. Deltagare",
                        "3. Bekräfta och skicka",
                        "Sökorsak",
                        "Beskrivning (valfri)",
                        "Syns för inbjuden vårdpersonal, inte för patienten eller gäster.",
                        "Datum",
                        "Tid",
                        "Längd",
                        "Stäm även av med din ordinarie tidbok.",
                        "Nästa",
                        "Avbryt",
                        "Jake Nordin");
    }

    @Test
    void allWellLeadsOnWithEverythingInStandardForm() {
        var answer = details("AKNEBESVÄR", day, "14.30");
        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.location()).isEqualTo("/bookings/" + draft + "/participants");
        assertThat(anna.see(at("details")).body()).contains("value=\"Aknebesvär\"", "value=\"14:30\"");
        assertThat(anna.see("/bookings/" + draft).location()).endsWith("/participants");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        var answer = anna.press(
                at("details"),
                "reason",
                "finnar<b>",
                "description",
                "Två\nrader 😀 <i>",
                "date",
                "31/2",
                "time",
                "25",
                "length",
                "31");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Det här behöver rättas",
                        "finnar<b>",
                        "Två\nrader 😀 <i>",
                        "value=\"31/2\"",
                        "value=\"25\"",
                        "Det datumet finns inte.",
                        "Vi förstod inte tiden",
                        "Välj en av längderna");
        assertThat(anna.see(at("details")).body()).contains("Två\nrader 😀 <i>", "value=\"31/2\"");
    }

    @Test
    void anUnlistedReasonOffersTheNearestAtOneClick() {
        var answer = details("finnar", day, "14:30");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("name=\"pickReason\" value=\"Aknebesvär\"");
        var picked = anna.press(
                at("details"),
                "reason",
                "finnar",
                "date",
                "27/",
                "time",
                "9",
                "length",
                "30",
                "pickReason",
                "Aknebesvär");
        assertThat(picked.location()).startsWith("/bookings/" + draft + "/details");
        assertThat(anna.see(at("details")).body()).contains("value=\"Aknebesvär\"", "value=\"27/\"");
    }

    @Test
    void missingTooLongAndControlCharactersAreAnsweredAndKept() {
        assertThat(anna.press(at("details")).status()).isEqualTo(422);
        var tooLong = "å".repeat(1200);
        var answer =
                anna.press(at("details"), "reason", "Aknebesvär", "description", tooLong, "date", day, "time", "14:30");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("högst 1000 tecken", tooLong);
        var control = anna.press(
                at("details"),
                "reason",
                "Aknebesvär",
                "description",
                "a\u0000b\u0007c\uD800",
                "date",
                day,
                "time",
                "14:30");
        assertThat(control.status()).isEqualTo(422);
        assertThat(control.body()).contains("tecken som inte kan visas", "abc");
        assertThat(details("Aknebesvär", day, "14:30").status()).isIn(302, 303);
    }

    @Test
    void autosaveKeepsWhatIsHalfTypedAndJudgesNothing() {
        assertThat(anna.press(at("save-details"), "reason", "akn", "date", "27/", "time", "1", "length", "30")
                        .status())
                .isEqualTo(204);
        assertThat(anna.see(at("details")).body())
                .contains("value=\"akn\"", "value=\"27/\"", "value=\"1\"")
                .doesNotContain("Det här behöver rättas");
        assertThat(anna.press(at("save-details"), "reason", "x".repeat(5000)).status())
                .isEqualTo(204);
        assertThat(anna.press(at("save-details"), "description", "\u0000").status())
                .isEqualTo(204);
    }

    @Test
    void anHourThatComesTwiceIsOfferedAsTwoChoices() {
        var turn = autumn();
        var night = turn.atZone(STOCKHOLM).toLocalDate().toString();
        var answer = details("Aknebesvär", night, "02:30");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Den första, sommartid", "Den andra, vintertid");
        var chosen = anna.press(
                at("details"),
                "reason",
                "Aknebesvär",
                "date",
                night,
                "time",
                "02:30",
                "length",
                "30",
                "turn",
                "winter");
        assertThat(chosen.status()).isIn(302, 303);
        anna.press(at("confirm"));
        assertThat(sql.sql("select lower(during) from appointment where booking_key = :key")
                        .param("key", UUID.fromString(draft))
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(turn.plusSeconds(30 * 60));
    }

    private static Instant autumn() {
        var next = STOCKHOLM.getRules().nextTransition(Instant.now());
        return (next.isOverlap() ? next : STOCKHOLM.getRules().nextTransition(next.getInstant())).getInstant();
    }

    @Test
    void aBusyTimeIsExplainedWithTheNearestFreeOnes() {
        world.booked(world.anna, world.request(world.ove, World.slot(local(day, "14:30")), List.of()));
        var answer = details("Aknebesvär", day, "14:15");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Du har redan ett besök den tiden.",
                        "value=\"" + day + " 14:00\"",
                        "value=\"" + day + " 15:00\"")
                .doesNotContain("value=\"" + day + " 14:30\"");
        var picked = anna.press(
                at("details"),
                "reason",
                "Aknebesvär",
                "date",
                day,
                "time",
                "14:15",
                "length",
                "30",
                "pickTime",
                day + " 15:00");
        assertThat(picked.location()).startsWith("/bookings/" + draft + "/details");
        assertThat(anna.see(at("details")).body()).contains("value=\"15:00\"");
        assertThat(details("Aknebesvär", day, "15:00").status()).isIn(302, 303);
    }

    @Test
    void aBusyPatientIsToldOfToo() {
        world.booked(world.daniel, world.request(world.jake, World.slot(local(day, "14:30")), List.of()));
        var answer = details("Aknebesvär", day, "14:30");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Patienten har redan ett besök den tiden.");
    }
}
