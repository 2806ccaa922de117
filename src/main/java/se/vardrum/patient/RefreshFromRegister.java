package se.vardrum.patient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.patient.PopulationRegister.Answer;

/**
 * Brings what the population register says of a person: name, protection, a new number, guardians. Asked when a patient
 * is chosen for a booking, at most once an hour for each; without an answer the booking goes on with what is there.
 */
@Component
public class RefreshFromRegister {

    private static final Duration FRESH = Duration.ofHours(1);

    /** One who was not answered may look at the page again before anybody is asked again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** A number that was replaced by one that was replaced in its turn; more is no answer. */
    private static final int MOST_HOPS = 3;

    /** How it went. */
    public sealed interface Outcome {
        /** As the register says, or nobody is asked about this person. */
        record Fresh() implements Outcome {}

        /** The person is no longer in the register's population. */
        record Deregistered() implements Outcome {}

        /** The person has a new number, and another patient here has that one: nothing was changed. */
        record NumberTaken() implements Outcome {}

        /** @param since when the register last answered about this person; null: it never did */
        record NotAnswering(@Nullable Instant since) implements Outcome {}
    }

    private final PopulationRegister register;
    private final RegisterTable table;
    private final KeepRegisterEntry keepEntry;
    private final Clock clock;

    RefreshFromRegister(PopulationRegister register, RegisterTable table, KeepRegisterEntry keepEntry, Clock clock) {
        this.register = register;
        this.table = table;
        this.keepEntry = keepEntry;
        this.clock = clock;
    }

    /** Callers have found the person as theirs to see. Nothing of the database is held while the register is waited for. */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome refresh(Actor.Staff who, PersonId person) {
        if (register == PopulationRegister.NONE) return new Outcome.Fresh();
        var number = table.number(person);
        if (number.isEmpty()) return new Outcome.Fresh();
        var now = clock.instant();
        if (table.claim(person, now, now.minus(FRESH), now.minus(AGAIN))) ask(who, person, number.get());
        var last = table.last(person);
        return switch (last.state()) {
            case ANSWERED -> new Outcome.Fresh();
            case DEREGISTERED -> new Outcome.Deregistered();
            case TAKEN -> new Outcome.NumberTaken();
            case FAILED -> new Outcome.NotAnswering(last.answered());
        };
    }

    private void ask(Actor.Staff who, PersonId person, String number) {
        switch (lookUp(number)) {
            case Answer.Known(var entry) -> keep(who, person, number, entry);
            case Answer.Unknown() -> table.answered(person, RegisterTable.State.ANSWERED, clock.instant());
            case Answer.Unreachable() -> table.failed(person);
            case Answer.NoRegister() -> table.answered(person, RegisterTable.State.ANSWERED, clock.instant());
        }
    }

    /** What stands under the number the person has now. */
    private Answer lookUp(String number) {
        var answer = register.lookUp(number);
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            if (!(answer instanceof Answer.Known(var entry)) || entry.replacedBy() == null) return answer;
            answer = register.lookUp(entry.replacedBy());
        }
        return new Answer.Unreachable();
    }

    private void keep(Actor.Staff who, PersonId person, String number, PopulationRegister.Entry entry) {
        try {
            keepEntry.keep(who, person, number, entry);
        } catch (DuplicateKeyException e) {
            keepEntry.keep(who, person, number, entry); // a sibling's look made the same guardian at the same time
        }
    }
}
