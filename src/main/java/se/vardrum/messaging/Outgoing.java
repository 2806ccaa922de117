package se.vardrum.messaging;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.ParticipantId;

/**
 * A message as it goes out: rendered this moment and kept nowhere, since it may hold a personal link.
 *
 * @param id of the message; with the round it names one sending, however many attempts that takes
 * @param round grows when somebody asks for the message to be sent again
 * @param to E.164 or an e-mail address
 * @param subject empty for an SMS
 * @param calendar makes the file that goes with an e-mail; null without one
 * @param until when it is of no use any more
 */
public record Outgoing(
        UUID id,
        int round,
        ParticipantId participant,
        Medium medium,
        String to,
        String subject,
        String text,
        @Nullable Supplier<Ics> calendar,
        Instant until) {

    /** A calendar file and what it asks of the calendar: REQUEST or CANCEL. */
    public record Ics(String method, String content) {}

    /** Names one sending: stable over attempts, new when it is asked for again. */
    public String reference() {
        return id + "." + round;
    }

    /** No text, no address: this may end up in a log. */
    @Override
    public String toString() {
        return medium + " " + reference();
    }
}
