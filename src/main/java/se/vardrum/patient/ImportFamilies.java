package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.page.Ids;

/** Takes children, and who may act for them, from an outer register. Persons who are there already, by number, stay. */
@Component
public class ImportFamilies {

    /** Whether a child has an own profile, and who made it. */
    public enum Own {
        NONE,
        BY_CHILD,
        BY_STAFF
    }

    /** @param identityNumber of somebody who is a person here; @param profile the child is a patient through that one */
    public record NewProxy(String identityNumber, boolean profile) {}

    /** @param identityNumber 12 digits, no separator */
    public record NewChild(
            String identityNumber,
            String firstName,
            String lastName,
            LocalDate birthDate,
            Own own,
            List<NewProxy> proxies) {}

    private final NumberTable numbers;
    private final ProfileTable profiles;
    private final ProxyTable proxies;
    private final Clock clock;

    ImportFamilies(NumberTable numbers, ProfileTable profiles, ProxyTable proxies, Clock clock) {
        this.numbers = numbers;
        this.profiles = profiles;
        this.proxies = proxies;
        this.clock = clock;
    }

    /** Answers who the child of each number is. */
    @Transactional
    public Map<String, PersonId> add(List<NewChild> children) {
        var all = new HashMap<String, PersonId>();
        for (var it : children) all.put(it.identityNumber(), add(it));
        return all;
    }

    private PersonId add(NewChild it) {
        var child = numbers.person(
                IdentityNumber.registered(it.identityNumber()), it.firstName(), it.lastName(), it.birthDate());
        if (it.own() != Own.NONE) profiles.makeOwn(new PatientProfileId(Ids.next()), child, it.own() == Own.BY_STAFF);
        for (var each : it.proxies()) {
            var proxy = numbers.withCurrentNumber(IdentityNumber.registered(each.identityNumber()))
                    .orElseThrow();
            proxies.add(child, proxy, Timestamp.from(clock.instant()));
            if (each.profile()) profiles.makeThrough(new PatientProfileId(Ids.next()), child, proxy, null, true);
        }
        return child;
    }
}
