package se.vardrum.booking.web;

import java.util.List;

/** What the pages before step 1 show. */
public final class NewBooking {

    private NewBooking() {}

    /** What a search for a patient came to; {@code said} is why there are none, or that there are more. */
    public record Hits(String typed, List<Head.PatientCard> patients, String said, boolean problem) {}

    /** A draft in the list of those begun. */
    public record Begun(String id, String patient, String type, String when, String step, String changed) {}
}
