package se.vardrum.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may act for whom. The right of a proxy is asked for again at each look: it ends with a birthday, with the
 * guardianship, or when the proxy is barred, and then nothing of the child is there any more.
 */
@Component
public class Proxies {

    /** A child somebody may act for. */
    public record Child(PersonId id, String name) {}

    private final ProxyTable table;
    private final PatientTable persons;
    private final AgeLimits ages;
    private final Clock clock;

    Proxies(ProxyTable table, PatientTable persons, AgeLimits ages, Clock clock) {
        this.table = table;
        this.persons = persons;
        this.ages = ages;
        this.clock = clock;
    }

    /** Those who may act for that child on that day; none for one who is booked as a grown-up then or has protected identity. */
    public List<Proxy> of(PersonId child, LocalDate day) {
        return minor(child, day) ? table.of(child, day) : List.of();
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
        return mayAct(proxy, child, today());
    }

    public boolean mayAct(PersonId proxy, PersonId child, LocalDate day) {
        return find(proxy, child, day).isPresent();
    }

    Optional<Proxy> find(PersonId proxy, PersonId child, LocalDate day) {
        return minor(child, day) ? table.find(child, proxy, day) : Optional.empty();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Patients.SWEDEN));
    }

    private boolean minor(PersonId child, LocalDate day) {
        return persons.born(child).filter(it -> underAge(it, day)).isPresent();
    }

    private boolean underAge(LocalDate born, LocalDate day) {
        return Period.between(born, day).getYears() < ages.adultFrom();
    }
}
