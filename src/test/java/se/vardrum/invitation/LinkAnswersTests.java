package se.vardrum.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.VisitType;
import se.vardrum.page.Ids;
import se.vardrum.page.Site;
import se.vardrum.patient.Company;
import se.vardrum.patient.CorrectContact;
import se.vardrum.patient.ImportPatients;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.UnitPatients;

/** Every kind of link in every state answers "what now?" in words, in both languages, and tells no more than it may. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class LinkAnswersTests {

    private static final String PHONE = "+46 31 390 06 00";
    private static final String[] WHOSE = {"Jake", "Nordin", "Hemlin", "Akne", "Ring på", "Erik", "Sjukdom"};

    /** What the answer has to say, in Swedish and English. */
    private record Said(String swedish, String english) {}

    private static final Map<String, Said> PERSONAL = Map.of(
            "CANCELLED", new Said("Besöket är avbokat", "The visit is cancelled"),
            "FULFILLED", new Said("Besöket är avslutat", "The visit has ended"),
            "NOSHOW", new Said("Besöket blev inte av", "The visit was not held"),
            "FAILED", new Said("Besöket avbröts av ett tekniskt fel", "The visit was stopped by a technical fault"),
            "REPLACED", new Said("Du har fått en nyare länk", "You have got a newer link"),
            "REVOKED", new Said("Du är inte längre inbjuden", "You are no longer invited"));

    private static final Map<String, Said> GENERAL = Map.of(
            "REPLACED", new Said("Be den som gav dig länken om den nya", "Ask the one who gave you the link"),
            "REVOKED", new Said("Länken är återtagen", "The link has been taken back"));

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    ImportPatients registers;

    @Autowired
    Patients patients;

    @Autowired
    UnitPatients unitPatients;

    @Autowired
    CorrectContact correctContact;

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    GeneralLink general;

    @Autowired
    InvitationTable invitations;

    @Autowired
    Site site;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void everyLinkInEveryStateSaysWhatNow() {
        answers(world.jake, false);
    }

    @Test
    void underProtectedIdentityNeitherUnitNorNumberIsTold() {
        answers(secret(), true);
    }

    @Test
    void anOpenLinkUnderProtectedIdentityNamesNeitherUnitNorNumberEither() {
        var visit = booked(secret());
        for (var link : all(visit).values()) {
            for (var visitor : List.of(new Visitor(port), english())) {
                var page = visitor.get(link);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body())
                        .containsAnyOf("Ring den som bjöd in dig", "Ring the one who invited you")
                        .doesNotContain("Testberga", PHONE, "+46313900600");
            }
        }
    }

    @Test
    void forOthersTheUnitAndItsNumberStandThere() {
        var visit = booked(world.jake);
        for (var link : all(visit).values())
            assertThat(new Visitor(port).get(link).body()).contains("Testberga vårdcentral", PHONE);
    }

    @Test
    void theOneTakenAwayHearsNoMoreOfTheVisit() {
        var visit = booked(world.jake);
        var link = all(visit).get("guest");
        bring(visit, "REVOKED");
        bring(visit, "CANCELLED");
        assertThat(new Visitor(port).get(link).body())
                .contains("Du är inte längre inbjuden")
                .doesNotContain("avbokat");
    }

    @Test
    void thatTheVisitIsOverGoesBeforeThatTheLinkWasReplaced() {
        var visit = booked(world.jake);
        var before = all(visit);
        bring(visit, "REPLACED");
        bring(visit, "CANCELLED");
        for (var link : before.values())
            assertThat(new Visitor(port).get(link).body()).contains("Besöket är avbokat");
    }

    @Test
    void thePageShowsTheTimeAsItIsNow() {
        var visit = booked(world.jake);
        var link = all(visit).get("guest");
        sql.sql(
                        "update appointment set during = tstzrange('2031-11-27 14:30+01', '2031-11-27 15:00+01') where id = :id")
                .param("id", visit.value())
                .update();
        assertThat(new Visitor(port).get(link).body()).contains("torsdag 27 november 2031 kl 14:30–15:00");
    }

    @Test
    void whatAMailProgramHungOnToTheLinkIsTakenOff() {
        var visit = booked(world.jake);
        for (var link : all(visit).values()) {
            for (var hung :
                    List.of(".", ",", "%3E", ")", "%20", "%20%20", "/", "/)", ".&lt", "%C2%A0", "-svar", "Anna")) {
                var answer = new Visitor(port).get(link + hung);
                assertThat(answer.status()).as(hung).isEqualTo(302);
                assertThat(answer.location()).as(hung).endsWith(link);
            }
            for (var before : List.of("%3C", "%20", "%22")) {
                var answer = new Visitor(port).get("/b/" + before + link.substring(3) + "%3E");
                assertThat(answer.location()).as(before).endsWith(link);
            }
            assertThat(new Visitor(port).get(link + "?utm_source=mail").status())
                    .isEqualTo(200);
        }
        var old = all(visit).get("general");
        bring(visit, "REPLACED");
        assertThat(new Visitor(port).get(old + ".").location()).endsWith(old);
    }

    private void answers(PatientProfile patient, boolean secret) {
        for (var state : List.of("CANCELLED", "FULFILLED", "NOSHOW", "FAILED", "REPLACED", "REVOKED")) {
            var visit = booked(patient);
            var before = all(visit);
            bring(visit, state);
            before.forEach((kind, link) -> {
                var own = kind.equals("general") && GENERAL.containsKey(state);
                var said = (own ? GENERAL : PERSONAL).get(state);
                says(new Visitor(port), link, said.swedish(), state + " " + kind, secret || own);
                says(english(), link, said.english(), state + " " + kind, secret || own);
            });
            sql.sql("update appointment set status = 'CANCELLED' where id = :id")
                    .param("id", visit.value())
                    .update();
        }
    }

    private void says(Visitor visitor, String link, String what, String as, boolean unitUntold) {
        var page = visitor.get(link);
        assertThat(page.status()).as(as).isEqualTo(410);
        assertThat(page.body()).as(as).contains(what).doesNotContain(WHOSE);
        if (unitUntold) assertThat(page.body()).as(as).doesNotContain("Testberga", PHONE, "+46313900600");
        else assertThat(page.body()).as(as).contains("Testberga vårdcentral", PHONE);
        assertThat(visitor.call(link, "name", "Tove", "role", "tolk").status())
                .as(as)
                .isEqualTo(410);
    }

    private Visitor english() {
        var visitor = new Visitor(port);
        visitor.get("/login");
        visitor.post("/language", "language", "en");
        return visitor;
    }

    private PatientProfile secret() {
        var number = "19881224%04d".formatted((int) (Ids.next().getLeastSignificantBits() & 0x1fff) % 10_000);
        var id = registers
                .add(List.of(new ImportPatients.NewPatient(
                        number, "Siv", "Hemlin", LocalDate.of(1988, 12, 24), true, "+46701740699", null, "sv")))
                .get(number);
        var siv = patients.profile(id).orElseThrow();
        unitPatients.add(world.anna.unit(), siv.person());
        correctContact.mobile(world.anna, siv.id(), "+46701740699");
        return patients.profile(id).orElseThrow();
    }

    private int hour;

    /** With a guest, and the patient by link. */
    private AppointmentId booked(PatientProfile patient) {
        correctContact.cannotSignIn(world.anna, patient.id(), true);
        var now = patients.profile(patient.id()).orElseThrow();
        var slot = World.slot(World.inDays(2).plusSeconds(3600L * hour++));
        var visit = world.booked(
                world.anna,
                new BookAppointment.Request(
                        Ids.next(),
                        VisitType.VIDEO_VISIT,
                        "aknebesvar",
                        "Ring på om bilden är svart.",
                        slot,
                        now.id(),
                        "+46701740699",
                        List.of(World.ERIK),
                        List.of(),
                        "Stöd",
                        Company.ALONE));
        var it = appointments.find(visit).orElseThrow();
        general.make(world.anna, it, it.person().value(), "Tolk utan namn");
        return visit;
    }

    private Map<String, String> all(AppointmentId visit) {
        var all = new LinkedHashMap<String, String>();
        for (var it : appointments.participants(visit)) {
            if (it.guest()) all.put("guest", path(links.personal(it.id())));
            else if (it.byLink()) all.put("patient", path(links.personal(it.id())));
        }
        all.put("general", path(links.general(visit).orElseThrow()));
        assertThat(all).hasSize(3);
        return all;
    }

    private String path(String link) {
        return link.substring(site.url().length());
    }

    private void bring(AppointmentId visit, String state) {
        switch (state) {
            case "REPLACED" -> everyInvitation(visit).forEach(links::replace);
            case "REVOKED" ->
                everyInvitation(visit)
                        .forEach(it -> invitations.revoke(
                                it.id(),
                                appointments.find(visit).orElseThrow().slot().from()));
            default ->
                sql.sql("update appointment set status = :state, cancel_reason = 'Sjukdom hos mig' where id = :id")
                        .param("state", state)
                        .param("id", visit.value())
                        .update();
        }
    }

    private List<Invitation> everyInvitation(AppointmentId visit) {
        var all = new java.util.ArrayList<>(invitations.personal(visit));
        invitations.general(visit).ifPresent(all::add);
        return all;
    }
}
