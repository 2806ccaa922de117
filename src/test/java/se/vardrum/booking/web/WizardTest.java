package se.vardrum.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import se.vardrum.patient.Patients;
import se.vardrum.patient.UnitPatients;

/** What the tests of the wizard share: Anna at the wizard over HTTP and a real database, with a draft for Jake. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(World.class)
abstract class WizardTest {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ImportPatients registers;

    @Autowired
    Patients patients;

    @Autowired
    UnitPatients unitPatients;

    @Autowired
    JdbcClient sql;

    Booker anna;
    String draft;
    String day;

    @BeforeEach
    void begin() {
        world.begin();
        anna = new Booker(mvc, world.anna);
        draft = anna.begin(world.jake.id().value());
        day = weekdayAhead().toString();
    }

    static LocalDate weekdayAhead() {
        var day = LocalDate.now(STOCKHOLM).plusDays(3);
        while (day.getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        return day;
    }

    String at(String what) {
        return "/bookings/" + draft + "/" + what;
    }

    Booker.Answer details(String reason, String date, String time) {
        return anna.press(
                at("details"), "reason", reason, "description", "", "date", date, "time", time, "length", "30");
    }

    Booker.Answer guest(String first, String last, String mobile, String email, String... more) {
        var fields = new java.util.ArrayList<>(
                List.of("firstName", first, "lastName", last, "mobile", mobile, "email", email, "language", "sv"));
        fields.addAll(List.of(more));
        return anna.press(at("guests"), fields.toArray(String[]::new));
    }

    PatientProfileId patient(String first, String last, boolean hidden, String mobile) {
        var number = "19800101%04d"
                .formatted(
                        sql.sql("select count(*) from person").query(Long.class).single());
        var profile = registers
                .add(List.of(new NewPatient(number, first, last, LocalDate.of(1980, 1, 1), hidden, mobile, null, "sv")))
                .get(number);
        unitPatients.add(
                world.anna.unit(), patients.profile(profile).orElseThrow().person());
        return profile;
    }

    long logged(String action, UUID person) {
        return sql.sql("select count(*) from access_log where action = :action and person_id = :person")
                .param("action", action)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    static Instant local(String day, String time) {
        return LocalDate.parse(day)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(STOCKHOLM)
                .toInstant();
    }
}
