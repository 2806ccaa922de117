package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.patient.PopulationRegister.Entry;
import se.vardrum.patient.PopulationRegister.Guardian;

/** Makes a person here be as the register says. A guardian who was barred stays so, whatever it says. */
@Component
class KeepRegisterEntry {

    private final RegisterTable table;
    private final NumberTable numbers;
    private final ProxyTable proxies;
    private final Proxies rights;
    private final AccessLog log;
    private final Clock clock;

    KeepRegisterEntry(
            RegisterTable table, NumberTable numbers, ProxyTable proxies, Proxies rights, AccessLog log, Clock clock) {
        this.table = table;
        this.numbers = numbers;
        this.proxies = proxies;
        this.rights = rights;
        this.log = log;
        this.clock = clock;
    }

    /** @param known the number the person has here */
    @Transactional
    RegisterTable.State keep(Actor.Staff who, PersonId person, String known, Entry entry) {
        boolean renumbered = !entry.number().equals(known);
        if (renumbered
                && numbers.withAnyNumber(IdentityNumber.registered(entry.number()))
                        .filter(it -> !it.equals(person))
                        .isPresent()) return settled(person, RegisterTable.State.TAKEN);
        if (renumbered)
            numbers.changeNumber(person, IdentityNumber.registered(entry.number()), Timestamp.from(clock.instant()));
        boolean changed =
                table.keep(person, entry.firstName(), entry.lastName(), entry.protectedIdentity(), entry.birthDate());
        boolean others = entry.guardians() != null && guardians(person, entry.guardians());
        if (renumbered || changed || others) log.write(who, AccessLog.Action.CHANGED, person.value(), null);
        return settled(person, entry.deregistered() ? RegisterTable.State.DEREGISTERED : RegisterTable.State.ANSWERED);
    }

    private RegisterTable.State settled(PersonId person, RegisterTable.State state) {
        table.answered(person, state, clock.instant());
        return state;
    }

    /** True when others may act for the child than before. */
    private boolean guardians(PersonId child, List<Guardian> said) {
        var before = Set.copyOf(table.guardians(child, rights.today()));
        var named = new HashSet<PersonId>();
        for (var it : said) {
            var guardian = guardian(it);
            if (guardian.equals(child)) continue;
            proxies.add(child, guardian, Timestamp.from(clock.instant()));
            named.add(guardian);
        }
        table.endOthers(child, named, rights.today().minusDays(1));
        return !before.equals(named);
    }

    private PersonId guardian(Guardian it) {
        var number = IdentityNumber.registered(it.number());
        var person = numbers.withAnyNumber(number)
                .orElseGet(() -> numbers.person(
                        number,
                        it.firstName(),
                        it.lastName(),
                        number.birthDate().orElseThrow()));
        table.keep(person, it.firstName(), it.lastName(), it.protectedIdentity(), null);
        return person;
    }
}
