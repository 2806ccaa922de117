package se.vardrum.booking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that says it is booked.
 *
 * @param visit the visit's id
 * @param link the general link; null when the visit has none
 * @param noLink why there is none; null when there is a link, or this type of visit has none to speak of
 * @param ring true while somebody must ring the patient
 */
public record DoneStep(
        String visit, @Nullable String link, @Nullable String noLink, boolean ring, List<Seat> seats, Sent sent) {

    /**
     * An interpreter's seat.
     *
     * @param link its own
     * @param text to paste into the agency's form
     */
    public record Seat(String name, String detail, String link, String text) {}

    /**
     * The part that turns by itself.
     *
     * @param about what and when
     * @param failed true when something must be done by hand
     * @param settled true when nothing more will change by itself
     */
    public record Sent(
            String visit, String headline, String about, boolean failed, boolean settled, List<Row> people) {}

    /**
     * A person and what became of the invitation.
     *
     * @param secret a patient with protected identity
     */
    public record Row(String name, String group, String detail, boolean secret, List<State> states) {}

    /** One message's state; {@code color} is the tag's. */
    public record State(String says, String color, String problem) {}
}
