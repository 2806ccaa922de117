package se.vardrum.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may act for whom. The right of a proxy is asked for again at each look: it ends with a birthday, with the
 * guardianship, or when the proxy is barred, and then nothing of the child is there any more.
 */
@Component
public class Proxies {

    /** A child somebody may act for. */
    public record Child(PersonId id, String name) {}

    /** That this one may act for that child on that day. */
    public record Right(PersonId proxy, PersonId child, LocalDate day) {}

    private final ProxyTable table;
    private final AgeLimits ages;
    private final Clock clock;

    Proxies(ProxyTable table, AgeLimits ages, Clock clock) {
        this.table = table;
        this.ages = ages;
        this.clock = clock;
    }

    /** Those who may act for that child on that day; none for one who is booked as a grown-up then or has protected identity. */
    public List<Proxy> of(PersonId child, LocalDate day) {
        return table.of(child, day).stream()
                .filter(it -> underAge(it.born(), day))
                .map(ProxyTable.Row::proxy)
                .toList();
    }

    /** Those who may act for that child today. */
    public List<Proxy> of(PersonId child) {
        return of(child, today());
    }

    /** Those this one may act for today, the eldest first. */
    public List<Child> children(PersonId proxy) {
        var today = today();
        return table.children(proxy, today).stream()
                .filter(it -> underAge(it.birthDate(), today))
                .map(it -> new Child(it.id(), it.name()))
                .toList();
    }

    public boolean mayAct(PersonId proxy, PersonId child) {
        var today = new Right(proxy, child, today());
        return standing(List.of(today)).contains(today);
    }

    /** Those of these rights that stand. */
    public Set<Right> standing(Collection<Right> asked) {
        return table.standing(asked).entrySet().stream()
                .filter(it -> underAge(it.getValue(), it.getKey().day()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    LocalDate today() {
        return Patients.day(clock.instant());
    }

    private boolean underAge(LocalDate born, LocalDate day) {
        return Period.between(born, day).getYears() < ages.adultFrom();
    }
}
