package se.vardrum.patient;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A person as a patient, and how to reach whoever that profile stands for.
 *
 * @param identityNumber as shown, 20070301-2393
 * @param mobile E.164; of one with protected identity only a number registered for messages
 * @param protectedIdentity show "Skyddade personuppgifter", and neither number nor address
 * @param proxy through whom the person is a patient; null for the own profile
 * @param cannotSignIn staff have marked that; @param reserveNumber has no number to sign in by
 * @param madeByStaff matters for an own profile: rule 1 of {@link ChildRules}
 * @param interpreter null when none is needed
 */
public record PatientProfile(
        PatientProfileId id,
        PersonId person,
        String firstName,
        String lastName,
        LocalDate birthDate,
        String identityNumber,
        @Nullable String mobile,
        @Nullable String email,
        String language,
        boolean protectedIdentity,
        @Nullable PersonId proxy,
        boolean madeByStaff,
        boolean cannotSignIn,
        boolean reserveNumber,
        @Nullable Interpreter interpreter) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** False for a profile through a proxy, to whom its messages go. */
    public boolean own() {
        return proxy == null;
    }

    /** The patient comes by a personal link: an own profile, and no way to sign in. */
    public boolean byLink() {
        return own() && (cannotSignIn || reserveNumber);
    }

    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }
}
