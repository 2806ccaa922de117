package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vardrum.patient.ImportPatients.NewPatient;

/** The way in, the drafts, and giving one up; nobody finds another one's draft. */
class NewBookingTests extends WizardTest {

    @Test
    void aPatientIsFoundByNameAndNumberAndBothAreLogged() {
        patient("Jakeline", "Sund", false, null);
        var hits = anna.press("/bookings/new", "q", "jake").body();
        assertThat(hits).contains("Boka digitalt besök", "Sök patient", "Jake Nordin", "19 år");
        var numbered = registers
                .add(List.of(new NewPatient(
                        "200703012393", "Nils", "Nummer", LocalDate.of(2007, 3, 1), false, null, null, "sv")))
                .get("200703012393");
        assertThat(anna.press("/bookings/patients", "q", "070301-2393").body())
                .contains("20070301-2393", numbered.value().toString());
        var person = sql.sql("select person_id from patient_profile where id = :id")
                .param("id", numbered.value())
                .query(UUID.class)
                .single();
        assertThat(logged("SEARCHED", person)).isGreaterThanOrEqualTo(1);
        anna.see("/bookings/new?patient=" + world.jake.id().value());
        assertThat(logged("SEEN", world.jake.person().value())).isGreaterThanOrEqualTo(1);
    }

    @Test
    void nobodyFoundIsSaidWithWhatToDo() {
        assertThat(anna.press("/bookings/new", "q", "zzzzzz").body()).contains("Ingen patient hittades", "zzzzzz");
        assertThat(anna.press("/bookings/new", "q", "z").body()).contains("Skriv minst två bokstäver");
        assertThat(anna.press("/bookings/patients", "q", "20070301-2394").status())
                .isEqualTo(200);
        assertThat(anna.press("/bookings/patients", "q", "x".repeat(500)).body())
                .contains("för lång");
        assertThat(anna.press("/bookings/patients", "q", "\u0000<b>😀").status())
                .isEqualTo(200);
    }

    @Test
    void theTypesOfVisitAreVisibleChoices() {
        var page = anna.see("/bookings/new?patient=" + world.jake.id().value());
        assertThat(page.body()).contains("Jake Nordin", "Videobesök", "value=\"video-visit\"");
        var wrong = anna.press("/bookings", "patient", world.jake.id().value().toString(), "type", "seance");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Välj en besökstyp.");
    }

    @Test
    void aPatientThatIsNoneCannotBeBooked() {
        var nobody = UUID.randomUUID().toString();
        assertThat(anna.see("/bookings/new?patient=" + nobody).status()).isEqualTo(404);
        assertThat(anna.press("/bookings", "patient", nobody, "type", "video-visit")
                        .status())
                .isEqualTo(404);
        assertThat(anna.press("/bookings", "patient", "x", "type", "video-visit")
                        .status())
                .isEqualTo(404);
        assertThat(anna.press("/bookings").status()).isEqualTo(400);
    }

    @Test
    void anotherUnitsPatientIsFoundByNumberOnlyAndNotByAnIdAlone() {
        var theirs = registers
                .add(List.of(new NewPatient(
                        "198501012390", "Nora", "Annanby", LocalDate.of(1985, 1, 1), false, null, null, "sv")))
                .get("198501012390");
        var page = "/bookings/new?patient=" + theirs.value();
        assertThat(anna.press("/bookings/patients", "q", "Nora Annanby").body()).contains("Ingen patient hittades");
        assertThat(anna.see(page).status()).isEqualTo(404);
        assertThat(anna.press("/bookings", "patient", theirs.value().toString(), "type", "video-visit")
                        .status())
                .isEqualTo(404);
        assertThat(anna.press("/bookings/company", "patient", theirs.value().toString())
                        .status())
                .isEqualTo(404);
        assertThat(anna.see("/bookings/family/" + theirs.value()).status()).isEqualTo(404);
        assertThat(anna.press("/bookings/family/" + theirs.value() + "/profiles")
                        .status())
                .isEqualTo(404);
        assertThat(anna.press("/bookings/new", "q", "850101-2390").location()).isEqualTo(page);
        assertThat(anna.see(page).body()).contains("Nora Annanby");
        assertThat(new Booker(mvc, world.daniel).see(page).status()).isEqualTo(404);
    }

    @Test
    void enterOnASearchWithOneHitChoosesIt() {
        var only = patient("Enda", "Träffensson", false, null);
        assertThat(anna.press("/bookings/new", "q", "Enda Träffensson").location())
                .isEqualTo("/bookings/new?patient=" + only.value());
        patient("Jakeline", "Sund", false, null);
        assertThat(anna.press("/bookings/new", "q", "Jake").body()).contains("Jake Nordin");
        assertThat(anna.press("/bookings/new", "q", "").body()).contains("Sök patient");
    }

    @Test
    void protectedIdentityShowsAsSuchAndWithoutNumbers() {
        var hidden = patient("Siv", "Hemlig", true, "+46701740699");
        var page = anna.see("/bookings/new?patient=" + hidden.value()).body();
        assertThat(page).contains("Skyddade personuppgifter").doesNotContain("19800101");
        draft = anna.begin(hidden.value());
        details("Aknebesvär", day, "14:30");
        var confirm = anna.see(at("confirm")).body();
        assertThat(confirm).contains("Skyddade personuppgifter").doesNotContain("70 174 06 99", "19800101");
    }

    @Test
    void draftsAreListedAndOnesOwnOnly() {
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see("/bookings/new").body())
                .contains("Påbörjade bokningar", "Jake Nordin", day + " 14:30", "2. Deltagare");
        assertThat(new Booker(mvc, world.daniel).see("/bookings/new").body())
                .doesNotContain("Påbörjade bokningar", "Jake Nordin");
    }

    @Test
    void anUntouchedDraftIsUsedAgainAndAWrittenOneIsNot() {
        assertThat(anna.begin(world.jake.id().value())).isEqualTo(draft);
        anna.press(at("save-details"), "reason", "a");
        assertThat(anna.begin(world.jake.id().value())).isNotEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,",
        "GET,/details",
        "GET,/participants",
        "GET,/confirm",
        "GET,/cancel",
        "POST,/details",
        "POST,/save-details",
        "POST,/participants",
        "POST,/save-participants",
        "POST,/guests",
        "POST,/guests/clear",
        "POST,/staff",
        "POST,/confirm",
        "POST,/cancel"
    })
    void nobodyElseFindsADraft(String method, String path) {
        var daniel = new Booker(mvc, world.daniel);
        for (var id : List.of(draft, UUID.randomUUID().toString(), "no-id")) {
            var address = "/bookings/" + id + (path == null ? "" : path);
            var answer = method.equals("GET")
                    ? daniel.see(address)
                    : daniel.press(
                            address,
                            "sure",
                            "yes",
                            "reason",
                            "x",
                            "role",
                            world.eva.role().toString());
            assertThat(answer.status()).as(address).isEqualTo(404);
        }
        assertThat(anna.see(at("details")).status()).isEqualTo(200);
    }

    @Test
    void aPatientHasNoWizard() {
        var jake = new Booker(mvc, world.signedIn(world.jake));
        assertThat(jake.see("/bookings/new").status()).isIn(403, 404);
        assertThat(jake.see(at("details")).status()).isIn(403, 404);
    }

    @Test
    void givingUpIsAskedOnce() {
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("cancel")).body()).contains("Avbryt bokningen?", "Jake Nordin");
        var asked = anna.press(at("cancel"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(anna.see(at("details")).status()).isEqualTo(200);
        assertThat(anna.press(at("cancel"), "sure", "yes").location()).isEqualTo("/visits");
        assertThat(anna.see(at("details")).status()).isEqualTo(404);
    }

    @Test
    void searchReasonsComeAsOptions() {
        assertThat(anna.see("/search-reasons?q=finnar").body())
                .contains("role=\"option\"", "data-value=\"Aknebesvär\"", "hud");
        assertThat(anna.see("/search-reasons").body()).contains("role=\"option\"");
        assertThat(anna.see("/search-reasons?q=qqqqqqq").body()).contains("aria-disabled=\"true\"");
    }
}
