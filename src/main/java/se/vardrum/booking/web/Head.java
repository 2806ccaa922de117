package se.vardrum.booking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.VisitType;
import se.vardrum.booking.Draft;
import se.vardrum.page.Texts;
import se.vardrum.patient.Interpreter;

/** What stands on every step: which draft, which step, whose visit, of which type. @param company null for a grown-up */
public record Head(
        String id,
        Draft.Step step,
        PatientCard patient,
        VisitType type,
        @Nullable Company company) {

    /** Who is there for a child, in the order of their names. */
    public record Company(List<Companion> proxies) {}

    /** @param mobile E.164, where messages go; null when there is none */
    public record Companion(String name, @Nullable String mobile, String language, boolean protectedIdentity) {}

    /** The guide's title for the guide's type of visit; for any other its name. */
    public String title(Texts t) {
        return type.key().equals(VisitType.VIDEO_VISIT)
                ? t.say("booking.title")
                : t.say("booking.title.other", type.name(t.language()));
    }

    /** The address of something below the draft. */
    public String to(String what) {
        return "/bookings/" + id + "/" + what;
    }

    /**
     * The patient as the booker sees one.
     *
     * @param number the identity number; null for one with protected identity
     * @param mobile in standard form, where the profile's messages go; null when there is none or it must not be shown
     * @param interpreter null when none is needed
     * @param own false for a profile through a proxy, to whom they go
     */
    public record PatientCard(
            String id,
            String name,
            int age,
            @Nullable String number,
            @Nullable String mobile,
            boolean reachable,
            boolean protectedIdentity,
            boolean own,
            @Nullable Interpreter interpreter) {}
}
