package se.vardrum.appointment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.World.Guardian;
import se.vardrum.appointment.BookAppointment.Outcome;
import se.vardrum.patient.ChildRules;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportFamilies.Own;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.Proxies;

/** A child with guardians, and Anna who books: what the tests on children share. */
@SpringBootTest
@Import(World.class)
abstract class ChildTest {

    static final String VISIT = ChildRules.VISIT;
    static final String MEETING = ChildRules.MEETING;
    static final String CALL = ChildRules.CALL;

    @Autowired
    World world;

    @Autowired
    BookAppointment book;

    @Autowired
    Appointments appointments;

    @Autowired
    Proxies proxies;

    @Autowired
    JdbcClient sql;

    private int booked;

    @BeforeEach
    void begin() {
        world.begin();
    }

    PersonId child(int years, Own own) {
        return world.child(years, 0, own, new Guardian(world.ove, true));
    }

    void until(PersonId child, LocalDate lastDay) {
        sql.sql("update proxy set until = :day where person_id = :child")
                .param("child", child.value())
                .param("day", lastDay)
                .update();
    }

    Outcome book(PatientProfile profile, String type, Company company) {
        return book.book(world.anna, world.request(profile, type, World.inDays(1), company));
    }

    AppointmentId booked(PatientProfile profile, String type, Company company) {
        var from = World.inDays(1).plusSeconds(3600L * booked++);
        return world.booked(world.anna, world.request(profile, type, from, company));
    }

    static Company with(PatientProfile... proxies) {
        return new Company(people(proxies), true, "");
    }

    static List<PersonId> people(PatientProfile... proxies) {
        return java.util.Arrays.stream(proxies).map(PatientProfile::person).toList();
    }
}
