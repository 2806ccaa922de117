package se.vardrum.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.page.Ids;

/** "Skapa patient": a person with an own profile, made by staff. Nobody is there twice: the number decides. */
@Component
public class CreatePatient {

    /**
     * Who it is.
     *
     * @param birthDate as the number tells, or as given when it tells none
     * @param mobile E.164, where messages go; null when there is none
     * @param language "sv" or "en": the language of messages
     * @param interpreter null when none is needed
     */
    public record NewPatient(
            IdentityNumber number,
            String firstName,
            String lastName,
            LocalDate birthDate,
            @Nullable String mobile,
            String language,
            @Nullable Interpreter interpreter) {}

    /** Either way there is a profile now to book on. */
    public sealed interface Outcome {
        record Created(PatientProfileId profile) implements Outcome {}

        /** Somebody has, or had, that number already: nothing of the person was changed. */
        record There(PatientProfileId profile) implements Outcome {}
    }

    private final NumberTable numbers;
    private final ProfileTable profiles;
    private final UnitPatients units;
    private final AccessLog log;
    private final TransactionTemplate transaction;

    CreatePatient(
            NumberTable numbers,
            ProfileTable profiles,
            UnitPatients units,
            AccessLog log,
            PlatformTransactionManager transactions) {
        this.numbers = numbers;
        this.profiles = profiles;
        this.units = units;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Of two who create the same at once the database lets one; the other meets the patient. */
    public Outcome create(Actor.Staff who, NewPatient wanted) {
        var there = numbers.withAnyNumber(wanted.number());
        if (there.isPresent()) return there(who, there.get());
        try {
            return transaction.execute(_ -> made(who, wanted));
        } catch (DuplicateKeyException e) {
            return there(who, numbers.withAnyNumber(wanted.number()).orElseThrow(() -> e));
        }
    }

    private Outcome made(Actor.Staff who, NewPatient wanted) {
        var person = numbers.person(wanted.number(), wanted.firstName(), wanted.lastName(), wanted.birthDate());
        var profile = profiles.makeOwn(new PatientProfileId(Ids.next()), person, true);
        profiles.reach(profile, wanted.mobile(), wanted.language());
        profiles.describe(person, wanted.interpreter());
        units.add(who.unit(), person);
        log.write(who, AccessLog.Action.CREATED, person.value(), null);
        return new Outcome.Created(profile);
    }

    /** A guardian of somebody may be a person here without being a patient; now that changes. */
    private Outcome there(Actor.Staff who, PersonId person) {
        log.write(who, AccessLog.Action.SEARCHED, person.value(), null);
        var profile =
                profiles.any(person).orElseGet(() -> profiles.makeOwn(new PatientProfileId(Ids.next()), person, true));
        return new Outcome.There(profile);
    }
}
