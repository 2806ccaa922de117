package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Step 3: everything once more, and the patient who has no number. */
class ConfirmStepTests extends WizardTest {

    @Test
    void stepThreeShowsEverythingAndTheExactMessages() {
        anna.press(
                at("details"),
                "reason",
                "Aknebesvär",
                "description",
                "Ring på.",
                "date",
                "2027-11-26",
                "time",
                "14:30",
                "length",
                "30");
        guest("Erik", "Sjö", "0701740610", "erik@exempel.se");
        anna.press(at("staff"), "role", world.daniel.role().toString());
        anna.press(at("participants"));
        assertThat(anna.see(at("confirm")).body())
                .contains(
                        "Bekräfta och skicka",
                        "fredag 26 november 2027 kl 14:30–15:00",
                        "Deltagare (4)",
                        "Erik Sjö",
                        world.daniel.name(),
                        "Ring på.",
                        "Det här skickas",
                        "Sms till Jake",
                        "Sms till Erik",
                        "E-post till Erik",
                        "[personlig länk]",
                        "Tillbaka till deltagarna",
                        "Skapa och skicka inbjudningar");
        var back = anna.press(at("confirm"), "to", "participants");
        assertThat(back.location()).isEqualTo("/bookings/" + draft + "/participants");
    }

    @Test
    void onlyWhatWasReadThroughIsBooked() {
        details("Aknebesvär", day, "14:30");
        var shown = anna.see(at("confirm")).body();
        var seen = shown.split("name=\"seen\" value=\"")[1].split("\"")[0];
        details("Aknebesvär", day, "15:30"); // in another tab
        var answer = anna.press(at("confirm"), "seen", seen);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Bokningen har ändrats", "15:30–16:00");
        var again = answer.body().split("name=\"seen\" value=\"")[1].split("\"")[0];
        assertThat(anna.press(at("confirm"), "seen", again).location()).contains("/booked");
    }

    @Test
    void aPatientWithoutANumberIsAskedForOneAndItIsKept() {
        var mute = patient("Mia", "Tyst", false, null);
        draft = anna.begin(mute.value());
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("confirm")).body())
                .contains("Patienten har inget mobilnummer", "Boka ändå – jag ringer patienten");
        assertThat(anna.press(at("confirm"), "mobile", "").status()).isEqualTo(422);
        var wrong = anna.press(at("confirm"), "mobile", "070-1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Numret är för kort", "value=\"070-1\"");
        assertThat(anna.press(at("confirm"), "mobile", "070-174 06 77").location())
                .contains("/booked");
        assertThat(sql.sql("select mobile from patient_profile where id = :id")
                        .param("id", mute.value())
                        .query(String.class)
                        .single())
                .isEqualTo("+46701740677");
    }

    @Test
    void orSomebodyRingsThePatientAndTheTaskStands() {
        var mute = patient("Mia", "Tyst", false, null);
        draft = anna.begin(mute.value());
        details("Aknebesvär", day, "14:30");
        var done = anna.press(at("confirm"), "mobile", "", "ring", "yes");
        assertThat(done.location()).contains("/booked");
        assertThat(anna.see(done.location()).body()).contains("Ring patienten");
    }
}
