package se.vardrum.patient;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The population register as Vårdrum asks it: one person at a time, by number. An answer is always a value; a register
 * that is down stops nobody (docs/decisions/0012).
 */
public interface PopulationRegister {

    /** Where none is set. */
    PopulationRegister NONE = number -> new Answer.NoRegister();

    /** @param number 12 digits, no separator */
    Answer lookUp(String number);

    /** What the register says. */
    sealed interface Answer {
        record Known(Entry entry) implements Answer {}

        /** Nobody has that number. */
        record Unknown() implements Answer {}

        /** It cannot be asked now, or what came back is no answer. */
        record Unreachable() implements Answer {}

        /** None is set here: nothing is wrong. */
        record NoRegister() implements Answer {}
    }

    /**
     * A person.
     *
     * @param protectedIdentity of any kind
     * @param deregistered dead, moved away, or under another number now
     * @param replacedBy that other number
     * @param guardians null when the register does not say
     */
    record Entry(
            String number,
            String firstName,
            String lastName,
            LocalDate birthDate,
            boolean protectedIdentity,
            boolean deregistered,
            @Nullable String replacedBy,
            @Nullable List<Guardian> guardians) {}

    /** Somebody who has the custody of a child. */
    record Guardian(String number, String firstName, String lastName, boolean protectedIdentity) {}
}
