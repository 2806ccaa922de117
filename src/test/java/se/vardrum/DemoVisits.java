package se.vardrum;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.appointment.VisitType;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.patient.Company;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Patients;

/** The people of the demo by their names, for browser tests that sign in as they do; and visits of theirs without the wizard. */
@TestComponent
public class DemoVisits {

    @Autowired
    Directory directory;

    @Autowired
    Patients patients;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    JdbcClient sql;

    /** Half an hour from that moment. Ove Berg has no mobile number for it: somebody rings. */
    public AppointmentId book(
            String by, String patient, Instant from, List<BookAppointment.Guest> guests, String... colleagues) {
        var profile = patient(patient);
        var outcome = bookAppointment.book(
                staff(by).actor(),
                new BookAppointment.Request(
                        UUID.randomUUID(),
                        VisitType.VIDEO_VISIT,
                        "aknebesvar",
                        "Utslag i ansiktet sedan maj.\nHar provat salva.",
                        new TimeSlot(from, from.plus(Duration.ofMinutes(30))),
                        profile.id(),
                        patient.startsWith("Ove") ? null : profile.mobile(),
                        guests,
                        Arrays.stream(colleagues)
                                .map(this::staff)
                                .map(PractitionerRole::id)
                                .toList(),
                        "",
                        Company.ALONE));
        return ((BookAppointment.Outcome.Booked) outcome).id();
    }

    public PatientProfile patient(String name) {
        var id = sql.sql("""
                        select f.id from patient_profile f join person p on p.id = f.person_id
                        where p.first_name || ' ' || p.last_name = :name limit 1
                        """).param("name", name).query(UUID.class).single();
        return patients.profile(new PatientProfileId(id)).orElseThrow();
    }

    /** At Testberga vårdcentral. */
    public PractitionerRole staff(String name) {
        return directory.search(name, 5).stream()
                .filter(it -> it.unitName().equals("Testberga vårdcentral"))
                .findFirst()
                .orElseThrow();
    }
}
