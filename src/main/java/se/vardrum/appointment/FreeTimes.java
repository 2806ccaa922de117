package se.vardrum.appointment;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardrum.directory.PractitionerId;
import se.vardrum.patient.PersonId;

/** Times at which both the practitioner and the patient have no visit. */
@Component
public class FreeTimes {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration AROUND = Duration.ofDays(14);
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final AppointmentTable appointments;
    private final Clock clock;

    FreeTimes(AppointmentTable appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /** The nearest free times of the same length on weekdays 07–18, earliest first, at most that many. */
    public List<TimeSlot> near(
            PractitionerId practitioner, PersonId patient, TimeSlot wanted, int howMany, ZoneId zone) {
        var around = new TimeSlot(wanted.from().minus(AROUND), wanted.to().plus(AROUND));
        var busy = appointments.busy(practitioner, patient, around);
        var free = new ArrayList<TimeSlot>();
        for (var steps = 1; free.size() < howMany && steps * STEP.toMinutes() < AROUND.toMinutes(); steps++) {
            for (var start : List.of(
                    wanted.from().minus(STEP.multipliedBy(steps)), wanted.from().plus(STEP.multipliedBy(steps)))) {
                var slot = wanted.startingAt(start);
                if (free.size() < howMany
                        && offered(slot, zone)
                        && busy.stream().noneMatch(slot::overlaps)) free.add(slot);
            }
        }
        free.sort(Comparator.comparing(TimeSlot::from));
        return free;
    }

    /** True when the patient has another visit then. */
    public boolean busy(PersonId patient, TimeSlot slot) {
        return appointments.patientBusy(patient, slot);
    }

    /** True when the practitioner has another visit then. */
    public boolean busy(PractitionerId practitioner, TimeSlot slot) {
        return !appointments.busy(practitioner, null, slot).isEmpty();
    }

    private boolean offered(TimeSlot slot, ZoneId zone) {
        Instant now = clock.instant();
        var from = slot.from().atZone(zone);
        var to = slot.to().atZone(zone);
        boolean weekday = from.getDayOfWeek() != DayOfWeek.SATURDAY && from.getDayOfWeek() != DayOfWeek.SUNDAY;
        return slot.from().isAfter(now)
                && weekday
                && from.toLocalDate().equals(to.toLocalDate())
                && !from.toLocalTime().isBefore(OPENS)
                && !to.toLocalTime().isAfter(CLOSES);
    }
}
