package se.vardrum.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.page.Words;

/** Finds patients. Whoever shows one to somebody writes the access log; a search does so itself. */
@Component
public class Patients {

    /** Which day it is decides ages and centuries: the day in Sweden, as in the population register. */
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What a search came to. */
    public sealed interface Found {
        /** The patients who fit, perhaps none. */
        record Some(List<PatientProfile> patients) implements Found {}

        /** A number was meant but is none; the key of a text says why. */
        record WrongNumber(String problemKey) implements Found {}
    }

    private final PatientTable table;
    private final AccessLog log;
    private final Clock clock;

    Patients(PatientTable table, AccessLog log, Clock clock) {
        this.table = table;
        this.log = log;
        this.clock = clock;
    }

    /**
     * By name, of which two letters are needed, or by identity number in any usual form. One with protected identity is
     * found by the complete number only. Every hit stands in the access log.
     */
    @Transactional
    public Found search(Actor.Staff who, String text, int limit) {
        if (!IdentityNumber.meant(text)) return logged(who, byName(text, limit));
        return switch (IdentityNumber.read(text, today())) {
            case IdentityNumber.Read.Wrong(var key) -> new Found.WrongNumber(key);
            case IdentityNumber.Read.Numbers(var values) -> logged(who, table.withNumber(values));
        };
    }

    public Optional<PatientProfile> profile(PatientProfileId id) {
        return table.profile(id);
    }

    /** The profile a grown-up has for the own care. */
    public Optional<PatientProfile> ownOf(PersonId person) {
        return table.ownOf(person);
    }

    /** All profiles of a person that can be used on that day, the own one first. */
    public List<PatientProfile> all(PersonId person, LocalDate day) {
        return table.all(person, day);
    }

    /** Those that exist, by name. */
    public List<PatientProfile> profiles(Collection<PatientProfileId> ids) {
        return ids.isEmpty() ? List.of() : table.profiles(ids);
    }

    private List<PatientProfile> byName(String text, int limit) {
        var words = Words.of(text);
        boolean enough = words.stream().mapToInt(String::length).sum() >= 2;
        return enough && limit > 0 ? table.named(words, limit) : List.of();
    }

    private Found logged(Actor.Staff who, List<PatientProfile> hits) {
        hits.stream()
                .map(PatientProfile::person)
                .distinct()
                .forEach(person -> log.write(who, AccessLog.Action.SEARCHED, person.value(), null));
        return new Found.Some(hits);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}
