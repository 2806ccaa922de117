package se.vardrum.messaging;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.appointment.VisitType;
import se.vardrum.directory.Directory;
import se.vardrum.directory.ImportDirectory;
import se.vardrum.directory.ImportDirectory.NewPerson;
import se.vardrum.directory.ImportDirectory.NewRole;
import se.vardrum.directory.ImportDirectory.NewUnit;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportPatients;
import se.vardrum.patient.ImportPatients.NewPatient;
import se.vardrum.patient.PatientProfileId;

/** A small practice that books: Anna, and patients with an own time each. */
class Practice {

    /** What no message may hold. */
    static final String SECRET_DESCRIPTION = "Beskrivningen som ingen utom personalen får läsa";

    static final String PATIENT = "Jakob Nordinsson";
    static final String NUMBER = "198503142393";
    static final String MOBILE = "+46701740605";

    final Actor.Staff anna;
    final PractitionerRole annasRole;
    private final ApplicationContext app;
    private final PatientProfileId patient;
    private Instant time = Instant.parse("2031-03-07T13:30:00Z");

    Practice(ApplicationContext app) {
        this.app = app;
        var directory = app.getBean(ImportDirectory.class);
        directory.units(List.of(new NewUnit(
                "SE1-UNIT",
                null,
                "Hudmottagningen Testberga",
                "Testberga vårdcentral",
                "+46313900600",
                "Europe/Stockholm")));
        directory.people(List.of(new NewPerson(
                "SE1-ANNA", "Anna", "Lindgren", List.of(new NewRole("SE1-UNIT", "Sjuksköterska", Set.of())))));
        this.annasRole = app.getBean(Directory.class).search("Anna Lindgren", 1).getFirst();
        this.anna = new Actor.Staff(
                annasRole.practitioner().value(),
                annasRole.id().value(),
                annasRole.name(),
                annasRole.title(),
                annasRole.unit().value(),
                annasRole.unitName(),
                Set.of());
        this.patient = app.getBean(ImportPatients.class)
                .add(List.of(new NewPatient(
                        NUMBER, "Jakob", "Nordinsson", LocalDate.of(1985, 3, 14), false, MOBILE, null, "sv")))
                .get(NUMBER);
    }

    /** Another test may have booked here before. */
    void startAfter(JdbcClient sql) {
        time = sql.sql("select coalesce(max(upper(during)), :first) from appointment")
                .param("first", Timestamp.from(time))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** The next free time, in the year 2031; every half hour. */
    TimeSlot nextSlot() {
        time = time.plus(30, ChronoUnit.MINUTES);
        return new TimeSlot(time, time.plus(Duration.ofMinutes(30)));
    }

    AppointmentId book(@Nullable String mobile, Guest... guests) {
        return book(nextSlot(), mobile, guests);
    }

    AppointmentId book(TimeSlot slot, @Nullable String mobile, Guest... guests) {
        var outcome = app.getBean(BookAppointment.class)
                .book(
                        anna,
                        new BookAppointment.Request(
                                UUID.randomUUID(),
                                VisitType.VIDEO_VISIT,
                                "aknebesvar",
                                SECRET_DESCRIPTION,
                                slot,
                                patient,
                                mobile,
                                new ArrayList<>(List.of(guests)),
                                List.of(),
                                "",
                                Company.ALONE));
        if (outcome instanceof BookAppointment.Outcome.Booked(var id)) return id;
        throw new AssertionError(outcome);
    }

    static Guest guest(String name, @Nullable String mobile, @Nullable String email) {
        var parts = name.split(" ");
        return new Guest(parts[0], parts[1], mobile, email, "sv");
    }

    static Guest karin() {
        return guest("Karin Nordin", "+46701740606", null);
    }
}
