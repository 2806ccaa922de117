package se.vardrum.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.PractitionerRoleId;

/** The holding of an appointment, under the appointment's id; it has one responsible practitioner at every moment. */
public record Visit(
        AppointmentId id,
        VisitState state,
        PractitionerRoleId responsible,
        @Nullable PractitionerRoleId startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
