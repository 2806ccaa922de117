package se.vardrum.overview;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.appointment.VisitType;
import se.vardrum.directory.Directory;
import se.vardrum.directory.ImportDirectory;
import se.vardrum.directory.ImportDirectory.NewPerson;
import se.vardrum.directory.ImportDirectory.NewRole;
import se.vardrum.directory.ImportDirectory.NewUnit;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.invitation.OpenLink;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportPatients;
import se.vardrum.patient.ImportPatients.NewPatient;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.StartVisit;

/**
 * The same few people for every test, each test its own set of them, on a Friday morning at eight: so far ahead that no
 * message is sent meanwhile.
 */
@TestConfiguration
class Ward {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final LocalDate TODAY = LocalDate.of(2031, 11, 28);
    static final Guest ERIK = new Guest("Erik", "Sjö", "+46701740605", "erik@example.com", "sv");

    private static final AtomicInteger SETS = new AtomicInteger();

    @Bean
    @Primary
    Clock fridayMorning() {
        return Clock.fixed(at(TODAY, 8, 0), ZoneOffset.UTC);
    }

    @Bean
    People people(
            ImportDirectory units,
            Directory directory,
            ImportPatients patients,
            Patients found,
            BookAppointment book,
            Appointments appointments,
            Arrive arrive,
            OpenLink open,
            StartVisit start,
            JdbcClient sql) {
        return new People(units, directory, patients, found, book, appointments, arrive, open, start, sql);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    static RequestPostProcessor as(Actor who) {
        var kind = who instanceof Actor.Staff ? "ROLE_STAFF" : "ROLE_PATIENT";
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority(kind))));
    }

    static Actor.Patient self(PatientProfile patient) {
        return new Actor.Patient(patient.person().value(), patient.name());
    }

    /** Makes them and lets them act. */
    record People(
            ImportDirectory importDirectory,
            Directory directory,
            ImportPatients importPatients,
            Patients patients,
            BookAppointment book,
            Appointments appointments,
            Arrive arrive,
            OpenLink open,
            StartVisit start,
            JdbcClient sql) {

        /** Anna, Daniel and Eva at one unit, Eva with the right to its whole list; Karin elsewhere; three patients. */
        Cast cast() {
            var n = SETS.incrementAndGet();
            importDirectory.units(List.of(unit(n, "A", "Testberga vårdcentral"), unit(n, "B", "Norra mottagningen")));
            importDirectory.people(List.of(
                    person(n, "Anna", "Lindgren", "Sjuksköterska", "A", Set.of()),
                    person(n, "Daniel", "Ek", "Sjuksköterska", "A", Set.of()),
                    person(n, "Eva", "Holm", "Läkare", "A", Set.of(Actor.Right.UNIT_LIST)),
                    person(n, "Karin", "Ahl", "Läkare", "B", Set.of(Actor.Right.UNIT_LIST))));
            return new Cast(
                    staff(n, "Anna"),
                    staff(n, "Daniel"),
                    staff(n, "Eva"),
                    staff(n, "Karin"),
                    patient("20120301", n, "Jake", "Nordin", false, "+46701740610"),
                    patient("19600411", n, "Ove", "Berg", false, null),
                    patient("19881224", n, "Siv", "Hemlin", true, "+46701740611"));
        }

        private static NewUnit unit(int n, String letter, String name) {
            return new NewUnit("unit-" + letter + n, null, name, name, "+4684650040", ZONE.getId());
        }

        private static NewPerson person(
                int n, String first, String last, String title, String unit, Set<Actor.Right> rights) {
            return new NewPerson(first + n, first, last, List.of(new NewRole("unit-" + unit + n, title, rights)));
        }

        private Actor.Staff staff(int n, String first) {
            var id = sql.sql("""
                            select r.id from practitioner_role r join practitioner p on p.id = r.practitioner_id
                            where p.hsa_id = :id
                            """).param("id", first + n).query(UUID.class).single();
            return directory.role(new PractitionerRoleId(id)).orElseThrow().actor();
        }

        private PatientProfile patient(
                String born, int n, String first, String last, boolean hidden, @Nullable String mobile) {
            var number = born + "%04d".formatted(n);
            var date = LocalDate.parse(born, DateTimeFormatter.BASIC_ISO_DATE);
            var id = importPatients
                    .add(List.of(new NewPatient(number, first, last, date, hidden, mobile, null, "sv")))
                    .get(number);
            return patients.profile(id).orElseThrow();
        }

        AppointmentId book(
                Actor.Staff by, PatientProfile patient, Instant from, List<Guest> guests, Actor.Staff... colleagues) {
            var outcome = book.book(
                    by,
                    new BookAppointment.Request(
                            UUID.randomUUID(),
                            VisitType.VIDEO_VISIT,
                            "aknebesvar",
                            "Utslag i ansiktet sedan maj.",
                            new TimeSlot(from, from.plus(Duration.ofMinutes(30))),
                            patient.id(),
                            patient.mobile(),
                            guests,
                            Arrays.stream(colleagues)
                                    .map(it -> new PractitionerRoleId(it.role()))
                                    .toList(),
                            "",
                            Company.ALONE));
            return ((BookAppointment.Outcome.Booked) outcome).id();
        }

        void arrives(PatientProfile patient, AppointmentId visit) {
            there(World.place(arrive.patient(self(patient), visit, World.browser())));
        }

        void arrives(Actor.Staff staff, AppointmentId visit) {
            there(World.place(arrive.staff(staff, visit, World.browser())));
        }

        /** By a link of one's own. @param name as given at the door, where nobody knew it */
        void arrives(String link, @Nullable String name) {
            var it = (OpenLink.Outcome.Open) open.look(link.substring(link.indexOf("/b/") + 3));
            there(World.place(arrive.guest(it.invitation(), it.appointment(), World.browser(), name)));
        }

        /** By the general link. */
        void arrives(String link, String name, String role) {
            var it = (OpenLink.Outcome.Open) open.look(link.substring(link.indexOf("/b/") + 3));
            there(World.place(arrive.unnamed(it.invitation(), it.appointment(), World.browser(), name, role)));
        }

        /** With a page open, by way of a node that never falls silent. */
        private void there(se.vardrum.visit.ArrivalId place) {
            var node = UUID.randomUUID();
            sql.sql("insert into live_node values (:node, 'infinity')")
                    .param("node", node)
                    .update();
            sql.sql("update arrival set node_id = :node where id = :id")
                    .param("node", node)
                    .param("id", place.value())
                    .update();
        }

        void starts(Actor.Staff who, AppointmentId visit) {
            start.start(who, visit);
        }

        Participant guest(AppointmentId visit) {
            return appointments.participants(visit).stream()
                    .filter(Participant::guest)
                    .findFirst()
                    .orElseThrow();
        }

        Participant staff(AppointmentId visit, Actor.Staff who) {
            return appointments.participants(visit).stream()
                    .filter(it -> it.role() != null && it.role().value().equals(who.role()))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whatever this visit's messages have come to. */
        void messages(AppointmentId visit, String channel, String state) {
            sql.sql(
                            "update message set state = :state, sent_at = due_at where appointment_id = :id and channel = :channel")
                    .param("state", state)
                    .param("channel", channel)
                    .param("id", visit.value())
                    .update();
        }

        /** How many rows the access log has of this one and that action. */
        long logged(Actor.Staff who, String action, PatientProfile patient) {
            return sql.sql("""
                            select count(*) from access_log
                            where assignment_id = :role and action = :action and person_id = :person and unit_id = :unit
                            """)
                    .param("role", who.role())
                    .param("unit", who.unit())
                    .param("action", action)
                    .param("person", patient.person().value())
                    .query(Long.class)
                    .single();
        }
    }

    record Cast(
            Actor.Staff anna,
            Actor.Staff daniel,
            Actor.Staff eva,
            Actor.Staff karin,
            PatientProfile jake,
            PatientProfile ove,
            PatientProfile siv) {}
}
