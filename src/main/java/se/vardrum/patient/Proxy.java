package se.vardrum.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may act for a child (FHIR RelatedPerson): a guardian.
 *
 * @param until the last day of that right; null when no end is known
 * @param mobile where messages about this child go, E.164; null when there is none they may go to
 * @param protectedIdentity of the proxy, not of the child
 */
public record Proxy(
        PersonId id,
        String firstName,
        String lastName,
        @Nullable LocalDate until,
        @Nullable String mobile,
        String language,
        boolean protectedIdentity) {

    public String name() {
        return firstName + " " + lastName;
    }
}
