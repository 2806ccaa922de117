package se.vardrum.booking.web;

import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.VisitType;
import se.vardrum.booking.Draft;

/** What stands on every step: which draft, which step, whose visit, of which type. */
public record Head(String id, Draft.Step step, PatientCard patient, VisitType type) {

    /** The address of something below the draft. */
    public String to(String what) {
        return "/bookings/" + id + "/" + what;
    }

    /**
     * The patient as the booker sees one.
     *
     * @param number the identity number; null for one with protected identity
     * @param mobile in standard form; null when there is none or it must not be shown
     */
    public record PatientCard(
            String id,
            String name,
            int age,
            @Nullable String number,
            @Nullable String mobile,
            boolean reachable,
            boolean protectedIdentity) {}
}
