package se.vardrum.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

/** A row of the outbox: what to tell whom, and how far that has come. */
record Message(
        UUID id,
        AppointmentId appointment,
        ParticipantId participant,
        Medium medium,
        MessageKind kind,
        int version,
        int nth,
        int round,
        Deliveries.State state,
        int attempts,
        Instant at,
        @Nullable String problem) {}
