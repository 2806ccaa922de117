package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.vardrum.patient.IdentityNumber;
import se.vardrum.patient.NumberKind;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Patients;

/** "Skapa patient" and "Byt nummer", form by form. */
class CreatePatientTests extends WizardTest {

    private static final char[] LETTERS = "ABCDEFGHJKLMNPRSTUXYZ".toCharArray();
    private static int made;

    @Autowired
    Patients patients;

    @Test
    void aSearchThatFindsNobodyLeadsToTheFormWithTheNumberInIt() {
        var number = reserve();
        assertThat(anna.press("/bookings/patients", "q", number).body())
                .contains("Skapa patient", "/bookings/patients/new");
        var form = anna.press("/bookings/patients/new", "q", number).body();
        assertThat(form).contains("value=\"" + number + "\"", "Behov av tolk").doesNotContain("Födelsedatum");
    }

    @Test
    void aPatientIsCreatedFoundAndBooked() {
        var number = reserve();
        var answer = create(
                "number",
                number,
                "mobile",
                "070-174 06 12",
                "interpreter",
                "SPOKEN",
                "interpreterLanguage",
                "arabiska");
        assertThat(answer.location()).startsWith("/bookings/new?patient=");
        var profile = profile(answer);
        var patient = patients.profile(profile).orElseThrow();
        assertThat(patient.identityNumber()).isEqualTo(number);
        assertThat(patient.mobile()).isEqualTo("+46701740612");
        assertThat(patient.madeByStaff()).isTrue();
        assertThat(anna.press("/bookings/patients", "q", "samira ny").body())
                .contains(profile.value().toString());
        draft = anna.begin(profile.value());
        details("Aknebesvär", day, "10:00");
        assertThat(anna.see(at("participants")).body()).contains("Patienten behöver tolk (arabiska).");
        assertThat(anna.see(at("confirm")).body()).contains("Patienten behöver tolk");
        assertThat(logged("CREATED", patient.person().value())).isEqualTo(1);
    }

    @Test
    void aNumberThatIsThereAlreadyShowsThePatientInstead() {
        var number = reserve();
        var first = create("number", number);
        var second = create(
                "number",
                number.substring(0, 8) + "-" + number.substring(8),
                "firstName",
                "Någon",
                "lastName",
                "Annan");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(patients.profile(profile(first)).orElseThrow().firstName()).isEqualTo("Samira");
    }

    @Test
    void ofTwoWhoCreateTheSameAtOnceBothMeetOnePatient() throws Exception {
        var number = reserve();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> press = () -> create("number", number).location();
            var answers = both.invokeAll(java.util.List.of(press, press));
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        }
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtItsFieldAndEverythingIsKept() {
        var answer = create("number", "20080908-2382", "firstName", "", "mobile", "08-12", "interpreter", "SPOKEN");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Siffrorna stämmer inte ihop",
                        "value=\"20080908-2382\"",
                        "value=\"Nykomling\"",
                        "Skriv vilket språk tolken ska kunna.",
                        "id=\"firstName-problem\"",
                        "id=\"mobile-problem\"");
        assertThat(create("number", "").body()).contains("Skriv patientens nummer.");
        assertThat(create("number", "1201032388").body()).contains("två olika århundraden");
    }

    @Test
    void theBirthDateIsAskedForOnlyWhenTheNumberTellsNone() {
        assertThat(create("number", "991981000010").body()).contains("Födelsedatum", "Skriv födelsedatumet");
        assertThat(create("number", "991981000010", "birthDate", "2999-01-01").body())
                .contains("har inte varit än");
        assertThat(create("number", "991981000010", "birthDate", "1981-05-06").location())
                .startsWith("/bookings/new");
    }

    @Test
    void whichSortOfNumberItIsIsAskedWhenItCannotBeTold() {
        var number = "20200501AB%dA".formatted(made++ % 10);
        var answer = create("number", number);
        assertThat(answer.body()).contains("Vilken sorts nummer är det?", "Region Blekinge", "Region Sörmland");
        assertThat(create("number", number, "kind", "SORMLAND").location()).startsWith("/bookings/new");
        assertThat(sql.sql("select system from person_identifier where value = :value")
                        .param("value", number)
                        .query(String.class)
                        .single())
                .isEqualTo(NumberKind.SORMLAND.system());
    }

    @Test
    void aNumberChangesAndTheOldOneStillFindsThePatient() {
        var old = reserve();
        var profile = profile(create("number", old));
        var next = personnummer();
        var page = "/bookings/patients/" + profile.value() + "/number";
        assertThat(anna.press(page, "number", "20080908-2382").body()).contains("Siffrorna stämmer inte ihop");
        assertThat(anna.press(page, "number", next).location()).startsWith("/bookings/new");
        assertThat(patients.profile(profile).orElseThrow().identityNumber().replace("-", ""))
                .isEqualTo(next);
        assertThat(anna.see(page).body()).contains("Tidigare nummer: " + old);
        for (var number : new String[] {old, next})
            assertThat(anna.press("/bookings/patients", "q", number).body())
                    .contains(profile.value().toString());
        var other = profile(create("number", reserve()));
        assertThat(anna.press("/bookings/patients/" + other.value() + "/number", "number", old)
                        .body())
                .contains("Numret är en annan patients.");
        assertThat(anna.press(page, "number", old).location()).startsWith("/bookings/new");
        assertThat(patients.profile(profile).orElseThrow().identityNumber()).isEqualTo(old);
    }

    @Test
    void whoeverIsNotOnesPatientHasNoNumberToChange() {
        var profile = profile(create("number", reserve()));
        var stranger = new Booker(mvc, world.stranger);
        assertThat(stranger.see("/bookings/patients/" + profile.value() + "/number")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.press("/bookings/patients/" + profile.value() + "/number", "number", personnummer())
                        .status())
                .isEqualTo(404);
    }

    private Booker.Answer create(String... fields) {
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("firstName", "Samira");
        all.put("lastName", "Nykomling");
        all.put("language", "sv");
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], fields[i + 1]);
        return anna.press(
                "/bookings/patients/create",
                all.entrySet().stream()
                        .flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new));
    }

    private static PatientProfileId profile(Booker.Answer answer) {
        return new PatientProfileId(java.util.UUID.fromString(answer.location().split("=")[1]));
    }

    /** A national reserve number nobody has yet. */
    private static String reserve() {
        var begin = "22950606" + LETTERS[made % 21] + LETTERS[made++ / 21 % 21] + "2";
        return right(begin);
    }

    private static String personnummer() {
        return right("19500101%03d".formatted(100 + made++));
    }

    private static String right(String begin) {
        for (char last = '0'; last <= '9'; last++)
            if (IdentityNumber.read(begin + last, java.time.LocalDate.now()) instanceof IdentityNumber.Read.Numbers)
                return begin + last;
        throw new AssertionError(begin);
    }
}
