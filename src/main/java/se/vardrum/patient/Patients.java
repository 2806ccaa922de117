package se.vardrum.patient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** How long a person who was found by number can be chosen: a day's work. */
    private static final Duration FOUND_LATELY = Duration.ofHours(12);

    /** What a search came to. */
    public sealed interface Found {
        /** The patients who fit, perhaps none; {@code more} says that there are others. */
        record Some(List<PatientProfile> patients, boolean more) implements Found {}

        /** A number was meant but is none; the key of a text says why. */
        record WrongNumber(String problemKey) implements Found {}
    }

    private final PatientTable table;
    private final SearchTable searches;
    private final UnitPatientTable units;
    private final AccessLog log;
    private final Clock clock;

    Patients(PatientTable table, SearchTable searches, UnitPatientTable units, AccessLog log, Clock clock) {
        this.table = table;
        this.searches = searches;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /**
     * By name, of which two letters are needed, among the unit's own patients; or by complete identity number in any usual
     * form, also a former one, among all. One with protected identity is found by the number only. The search stands in
     * the access log, with those it shows.
     */
    @Transactional
    public Found search(Actor.Staff who, String text, int limit) {
        searches.plansAreKept();
        if (!IdentityNumber.meant(text)) return named(who, Words.of(text), limit);
        return switch (IdentityNumber.read(text, today())) {
            case IdentityNumber.Read.Wrong(var key) -> new Found.WrongNumber(key);
            case IdentityNumber.Read.Numbers(var values) -> logged(who, searches.withNumber(values), limit);
        };
    }

    /** The day that decides ages and centuries. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SWEDEN);
    }

    /** One of the unit's own patients, or one whom this actor has found by number today; nobody else. */
    public Optional<PatientProfile> chosen(Actor.Staff who, PatientProfileId id) {
        return table.profile(id).filter(it -> mayChoose(who, it.person()));
    }

    /** As {@link #chosen}, for a person. */
    public boolean mayChoose(Actor.Staff who, PersonId person) {
        return units.has(who.unit(), person) || log.has(who, AccessLog.Action.SEARCHED, person.value(), FOUND_LATELY);
    }

    public Optional<PatientProfile> profile(PatientProfileId id) {
        return table.profile(id);
    }

    /** Whether where that patient is or will be must be told to nobody. */
    public boolean protectedIdentity(PatientProfileId id) {
        return table.profile(id).orElseThrow().protectedIdentity();
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

    private Found named(Actor.Staff who, List<String> words, int limit) {
        boolean enough = words.stream().mapToInt(String::length).sum() >= 2;
        return enough
                ? logged(who, searches.named(who.unit(), words, limit + 1), limit)
                : new Found.Some(List.of(), false);
    }

    private Found logged(Actor.Staff who, List<PatientProfile> hits, int limit) {
        var shown = hits.stream().limit(limit).toList();
        log.searched(who, shown.stream().map(it -> it.person().value()).toList());
        return new Found.Some(shown, hits.size() > limit);
    }

    private LocalDate today() {
        return day(clock.instant());
    }
}
