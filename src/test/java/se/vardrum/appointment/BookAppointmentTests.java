package se.vardrum.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.appointment.BookAppointment.Outcome;
import se.vardrum.directory.PractitionerId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.Company;

@SpringBootTest
@Import(World.class)
class BookAppointmentTests {

    @Autowired
    World world;

    @Autowired
    BookAppointment book;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    FreeTimes freeTimes;

    @Autowired
    Appointments appointments;

    @Autowired
    JdbcClient sql;

    private final Instant tomorrow = World.inDays(1);

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void oneTransactionWritesTheAppointmentItsPeopleItsLinksItsVisitAndItsLogRow() {
        var id = world.booked();
        assertThat(count("participant where appointment_id = ?", id)).isEqualTo(4);
        assertThat(count("invitation where appointment_id = ?", id)).isEqualTo(2);
        assertThat(count("visit where appointment_id = ? and state = 'BOOKED'", id))
                .isEqualTo(1);
        assertThat(count("access_log where appointment_id = ? and action = 'BOOKED'", id))
                .isEqualTo(1);
    }

    @Test
    void ofTwentyWhoPressAtOnceForTheSameTimeExactlyOneIsBooked() throws Exception {
        var outcomes =
                atOnce(20, () -> book.book(world.anna, world.request(world.jake, World.slot(tomorrow), List.of())));
        assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Booked).hasSize(1);
    }

    @Test
    void theSameKeyPressedTwentyTimesAtOnceBooksOnceAndAllHearOfTheSameVisit() throws Exception {
        var wanted = world.request(world.jake, World.slot(tomorrow), List.of(World.ERIK), world.daniel);
        var outcomes = atOnce(20, () -> book.book(world.anna, wanted));
        assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Booked).hasSize(1);
        assertThat(outcomes.stream()
                        .map(it -> it instanceof Outcome.Booked(var id) ? id : ((Outcome.AlreadyBooked) it).id())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void thePatientCannotBeInTwoVisitsAtOnceWhoeverBooks() {
        world.booked();
        assertThat(book.book(world.eva, world.request(world.jake, World.slot(tomorrow), List.of())))
                .isInstanceOf(Outcome.PatientBusy.class);
    }

    @Test
    void theResponsibleOneCannotBeInTwoVisitsAtOnce() {
        world.booked();
        assertThat(book.book(world.anna, world.request(world.ove, World.slot(tomorrow.plusSeconds(600)), List.of())))
                .isInstanceOf(Outcome.PractitionerBusy.class);
    }

    @Test
    void backToBackIsFine() {
        world.booked();
        world.booked(
                world.anna, world.request(world.ove, World.slot(tomorrow.plus(Duration.ofMinutes(30))), List.of()));
    }

    @Test
    void aCancelledVisitGivesItsTimeBack() {
        var id = world.booked();
        assertThat(cancel.cancel(world.anna, id, "Sjukdom")).isTrue();
        assertThat(cancel.cancel(world.anna, id, "Sjukdom")).isFalse();
        world.booked(world.anna, world.request(world.jake, World.slot(tomorrow), List.of()));
    }

    @Test
    void thePastIsRefused() {
        assertThat(book.book(world.anna, world.request(world.jake, World.slot(World.inDays(-1)), List.of())))
                .isInstanceOf(Outcome.InThePast.class);
    }

    @Test
    void anUnknownColleagueIsRefusedAndNothingIsBooked() {
        var wanted = world.request(world.jake, World.slot(tomorrow), List.of());
        var unknown = new BookAppointment.Request(
                wanted.bookingKey(),
                wanted.type(),
                wanted.heading(),
                "",
                wanted.slot(),
                wanted.profile(),
                wanted.mobile(),
                List.of(),
                List.of(new PractitionerRoleId(new java.util.UUID(1, 2))),
                "",
                Company.ALONE);
        assertThat(book.book(world.anna, unknown)).isInstanceOf(Outcome.Unknown.class);
        assertThat(sql.sql("select count(*) from appointment where booking_key = :key")
                        .param("key", wanted.bookingKey())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutAMobileSomebodyHasToRing() {
        var wanted = world.request(world.jake, World.slot(tomorrow), List.of());
        var id = world.booked(
                world.anna,
                new BookAppointment.Request(
                        wanted.bookingKey(),
                        wanted.type(),
                        wanted.heading(),
                        "",
                        wanted.slot(),
                        wanted.profile(),
                        null,
                        List.of(),
                        List.of(),
                        "",
                        Company.ALONE));
        assertThat(appointments.callPatientTaskOpen(id)).isTrue();
    }

    @Test
    void theNearestFreeTimesAreFreeForBothAndOnWeekdaysInTheDay() {
        var zone = ZoneId.of("Europe/Stockholm");
        var monday = java.time.LocalDate.now()
                .plusDays(7)
                .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
        var nine = monday.atTime(9, 0).atZone(zone).toInstant();
        world.booked(world.anna, world.request(world.jake, World.slot(nine), List.of()));
        world.booked(world.eva, world.request(world.jake, World.slot(nine.plus(Duration.ofMinutes(30))), List.of()));
        var free = freeTimes.near(
                new PractitionerId(world.anna.practitioner()), world.jake.person(), World.slot(nine), 4, zone);
        assertThat(free.stream().map(it -> it.from().atZone(zone).toLocalTime().toString()))
                .containsExactly("08:00", "08:15", "08:30", "10:00");
    }

    private List<Outcome> atOnce(int times, Callable<Outcome> pressed) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            return pool.invokeAll(Collections.nCopies(times, pressed)).stream()
                    .map(it -> it.resultNow())
                    .toList();
        }
    }

    private long count(String what, AppointmentId id) {
        return sql.sql("select count(*) from " + what)
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
