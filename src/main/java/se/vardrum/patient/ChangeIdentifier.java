package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;

/**
 * A person's number changes: a reserve number gives way to a personnummer, or the register corrects one. The old one
 * stays as history and still finds the person.
 */
@Component
public class ChangeIdentifier {

    /** What became of it. */
    public enum Outcome {
        CHANGED,
        /** It is the person's number already. */
        SAME,
        /** Somebody else has, or had, that number. */
        SOMEBODY_ELSES
    }

    private final NumberTable table;
    private final AccessLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeIdentifier(NumberTable table, AccessLog log, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Callers have found the person as theirs to see. */
    public Outcome change(Actor.Staff who, PersonId person, IdentityNumber number) {
        if (table.withCurrentNumber(number).filter(person::equals).isPresent()) return Outcome.SAME;
        if (table.withAnyNumber(number).filter(it -> !it.equals(person)).isPresent()) return Outcome.SOMEBODY_ELSES;
        try {
            transaction.executeWithoutResult(_ -> {
                table.changeNumber(person, number, Timestamp.from(clock.instant()));
                log.write(who, AccessLog.Action.CHANGED, person.value(), null);
            });
            return Outcome.CHANGED;
        } catch (DuplicateKeyException e) { // somebody else got it this very moment
            return Outcome.SOMEBODY_ELSES;
        }
    }

    /** The numbers the person had before, the latest first. */
    public List<IdentityNumber> former(PersonId person) {
        return table.formerNumbers(person);
    }
}
