package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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
    void underProtectedIdentityNoMessageGoesOutUnlessANumberIsRegisteredForIt() {
        var hidden = patient("Siv", "Hemlig", true, "+46701740698"); // from a register: not meant for messages
        draft = anna.begin(hidden.value());
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("confirm")).body())
                .contains("Inget meddelande skickas till patienten", "Mobilnummer (valfritt)")
                .doesNotContain("Sms till Siv", "70 174 06 98");
        var booked = visit(anna.press(at("confirm"), "mobile", "").location());
        assertThat(anna.see("/visits/" + booked + "/booked").body()).contains("Siv Hemlig", "Skyddade personuppgifter");
        assertThat(messages(booked)).isZero();
        assertThat(tasks(booked)).isEqualTo(1);

        draft = anna.begin(hidden.value());
        details("Aknebesvär", day, "15:30");
        var registered =
                visit(anna.press(at("confirm"), "mobile", "070-174 06 99").location());
        assertThat(messages(registered)).isEqualTo(1);
        assertThat(tasks(registered)).isZero();

        draft = anna.begin(hidden.value());
        details("Aknebesvär", day, "16:30");
        assertThat(anna.see(at("confirm")).body())
                .contains("Sms till Siv")
                .doesNotContain("Inget meddelande skickas", "70 174 06 99", " hos Testberga");
    }

    @Test
    void underProtectedIdentityGuestsNeedAReasonWhichIsLogged() {
        var hidden = patient("Siv", "Hemlig", true, null);
        draft = anna.begin(hidden.value());
        details("Aknebesvär", day, "14:30");
        guest("Erik", "Sjö", "0701740610", "");
        assertThat(anna.see(at("confirm")).body()).contains("Varför behöver gäster eller tolk vara med?");
        var refused = anna.press(at("confirm"), "mobile", "", "guestReason", " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Skriv varför gäster eller tolk behöver vara med.");
        assertThat(anna.press(at("confirm"), "mobile", "", "guestReason", "Stödperson")
                        .location())
                .contains("/booked");
        assertThat(sql.sql("select reason from access_log where action = 'GUEST_INVITED' and actor_id = :anna")
                        .param("anna", world.anna.practitioner())
                        .query(String.class)
                        .list())
                .containsExactly("Stödperson");
    }

    private static UUID visit(String booked) {
        return UUID.fromString(booked.split("/")[2]);
    }

    private int messages(UUID visit) {
        return sql.sql("select count(*) from message where appointment_id = :id")
                .param("id", visit)
                .query(Integer.class)
                .single();
    }

    private int tasks(UUID visit) {
        return sql.sql("select count(*) from appointment_task where appointment_id = :id and done_at is null")
                .param("id", visit)
                .query(Integer.class)
                .single();
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

    @Test
    void aPatientWhoCannotSignInIsMarkedAndThePreviewShowsTheLink() {
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("confirm")).body())
                .contains("Patienten kan inte logga in: skicka en personlig länk i sms:et", "Logga in: ")
                .doesNotContain("[personlig länk]");
        assertThat(anna.press(at("by-link"), "cannot", "yes").location()).isEqualTo("/bookings/" + draft + "/confirm");
        assertThat(anna.see(at("confirm")).body())
                .contains("Din egen länk, dela den inte: [personlig länk]")
                .doesNotContain("Logga in: ");
        var booked = visit(anna.press(at("confirm")).location());
        assertThat(byLink(booked)).isTrue();

        draft = anna.begin(world.jake.id().value()); // kept with the patient
        details("Aknebesvär", day, "15:30");
        assertThat(anna.see(at("confirm")).body()).contains("[personlig länk]");
        anna.press(at("by-link"));
        assertThat(anna.see(at("confirm")).body()).doesNotContain("[personlig länk]");
        assertThat(byLink(visit(anna.press(at("confirm")).location()))).isFalse();
    }

    @Test
    void aReserveNumberCannotSignIn() {
        sql.sql(
                        "update person_identifier set system = 'urn:oid:1.2.752.74.9.1', value = :value where person_id = :jake")
                .param(
                        "value",
                        "25070301" + "AB" + Math.floorMod(world.jake.hashCode(), 10)
                                + world.jake.id().value())
                .param("jake", world.jake.person().value())
                .update();
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("confirm")).body())
                .contains("Patienten har ett reservnummer och kan inte logga in.", "[personlig länk]")
                .doesNotContain("id=\"cannot\"");
        assertThat(anna.press(at("by-link"), "cannot", "yes").status()).isEqualTo(404);
        assertThat(byLink(visit(anna.press(at("confirm")).location()))).isTrue();
    }

    @Test
    void nobodyMarksAPatientThroughAnothersDraft() {
        var daniel = new Booker(mvc, world.daniel);
        assertThat(daniel.press(at("by-link"), "cannot", "yes").status()).isEqualTo(404);
    }

    private boolean byLink(UUID visit) {
        return sql.sql("select by_link from participant where appointment_id = :id and kind = 'PATIENT'")
                .param("id", visit)
                .query(Boolean.class)
                .single();
    }
}
