package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.World;
import se.vardrum.patient.ImportPatients;
import se.vardrum.patient.ImportPatients.NewPatient;
import se.vardrum.patient.PatientProfileId;

/** The way to a booking, over HTTP and a real database: every branch, and nothing typed is lost on any of them. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(World.class)
class WizardTests {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ImportPatients registers;

    @Autowired
    JdbcClient sql;

    private Booker anna;
    private String draft;
    private String day;

    @BeforeEach
    void begin() {
        world.begin();
        anna = new Booker(mvc, world.anna);
        draft = anna.begin(world.jake.id().value());
        day = weekdayAhead().toString();
    }

    private static LocalDate weekdayAhead() {
        var day = LocalDate.now(STOCKHOLM).plusDays(3);
        while (day.getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        return day;
    }

    private String at(String what) {
        return "/bookings/" + draft + "/" + what;
    }

    private Booker.Answer details(String reason, String date, String time) {
        return anna.press(
                at("details"), "reason", reason, "description", "", "date", date, "time", time, "length", "30");
    }

    private Booker.Answer guest(String first, String last, String mobile, String email, String... more) {
        var fields = new java.util.ArrayList<>(
                List.of("firstName", first, "lastName", last, "mobile", mobile, "email", email, "language", "sv"));
        fields.addAll(List.of(more));
        return anna.press(at("guests"), fields.toArray(String[]::new));
    }

    // ---- the way in

    @Test
    void aPatientIsFoundByNameAndNumberAndBothAreLogged() {
        var hits = anna.see("/bookings/new?q=jake").body();
        assertThat(hits).contains("Boka digitalt besök", "Sök patient", "Jake Nordin", "19 år");
        var numbered = registers
                .add(List.of(new NewPatient(
                        "200703012393", "Nils", "Nummer", LocalDate.of(2007, 3, 1), false, null, null, "sv")))
                .get("200703012393");
        assertThat(anna.see("/bookings/patients?q=070301-2393").body())
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
        assertThat(anna.see("/bookings/new?q=zzzzzz").body()).contains("Ingen patient hittades", "zzzzzz");
        assertThat(anna.see("/bookings/new?q=z").body()).contains("Skriv minst två bokstäver");
        assertThat(anna.see("/bookings/patients?q=20070301-2394").status()).isEqualTo(200);
        assertThat(anna.see("/bookings/patients?q=" + "x".repeat(500)).body()).contains("för lång");
        assertThat(anna.see("/bookings/patients?q=%00%3Cb%3E%F0%9F%98%80").status())
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

    // ---- whose draft

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

    // ---- step 1

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

    static Instant local(String day, String time) {
        return LocalDate.parse(day)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(STOCKHOLM)
                .toInstant();
    }

    // ---- step 2

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

    // ---- step 3

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

    private PatientProfileId patient(String first, String last, boolean hidden, String mobile) {
        var number = "19800101%04d"
                .formatted(
                        sql.sql("select count(*) from person").query(Long.class).single());
        return registers
                .add(List.of(new NewPatient(number, first, last, LocalDate.of(1980, 1, 1), hidden, mobile, null, "sv")))
                .get(number);
    }

    private long logged(String action, UUID person) {
        return sql.sql("select count(*) from access_log where action = :action and person_id = :person")
                .param("action", action)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    // ---- giving up

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
