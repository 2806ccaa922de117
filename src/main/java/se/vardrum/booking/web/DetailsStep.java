package se.vardrum.booking.web;

import java.util.List;
import java.util.Map;
import se.vardrum.booking.Draft;

/**
 * Everything step 1 shows.
 *
 * @param nearest listed reasons near the one typed
 * @param twice true when the hour comes twice that night
 * @param busy what the time collides with, as a sentence; empty when it does not
 */
public record DetailsStep(
        Head head,
        Draft.Details typed,
        List<String> lengths,
        List<String> nearest,
        boolean twice,
        String busy,
        List<Free> free,
        Map<String, String> problems) {

    /** A free time, as its button says it and as the fields take it. */
    public record Free(String shown, String value) {}
}
