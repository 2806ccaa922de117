package se.vardrum.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Texts;

/**
 * The holding of an appointment, under the appointment's id; it has one responsible practitioner at every moment.
 *
 * @param promised when whoever is late means to begin; null: at the booked time
 * @param timesLate how many times that was promised
 * @param locked nobody new comes in by oneself
 * @param readyNote told to those who wait; null: none of the ready ones
 * @param note the same in staff's own words; empty for none
 */
public record Visit(
        AppointmentId id,
        VisitState state,
        PractitionerRoleId responsible,
        @Nullable PractitionerRoleId startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant promised,
        int timesLate,
        boolean locked,
        @Nullable ReadyNote readyNote,
        String note) {

    /** What those who wait read, in their language where it is a ready one; empty for nothing. */
    public String noteIn(Texts t) {
        return readyNote == null ? note : readyNote.in(t);
    }

    /** When it begins, as far as anybody has said. */
    public Instant expected(TimeSlot booked) {
        return promised == null ? booked.from() : promised;
    }
}
