package se.vardrum.patient;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.access.SignedIn;
import se.vardrum.page.Ids;
import se.vardrum.page.NotFound;

/** Makes the profiles a person is a patient by: an own one, and one through each proxy. One that is there stays as it is. */
@Component
public class MakeProfile {

    private final PatientTable patients;
    private final ProfileTable table;
    private final Proxies proxies;
    private final ChildRules rules;
    private final AccessLog log;

    MakeProfile(PatientTable patients, ProfileTable table, Proxies proxies, ChildRules rules, AccessLog log) {
        this.patients = patients;
        this.table = table;
        this.proxies = proxies;
        this.rules = rules;
        this.log = log;
    }

    /** By staff: to it no proxy can be added afterwards (rule 1). Callers have found the patient as theirs to see. */
    @Transactional
    public PatientProfileId own(Actor.Staff who, PersonId person) {
        var made = table.makeOwn(new PatientProfileId(Ids.next()), person, true);
        log.write(who, AccessLog.Action.CHANGED, person.value(), null);
        return made;
    }

    /** By staff, through somebody who may act for the child; empty when that one may not. */
    @Transactional
    public Optional<PatientProfileId> through(Actor.Staff who, PersonId child, PersonId proxy) {
        if (!proxies.mayAct(proxy, child)) return Optional.empty();
        log.write(who, AccessLog.Action.CHANGED, child.value(), null);
        return Optional.of(table.makeThrough(new PatientProfileId(Ids.next()), child, proxy, null, true));
    }

    /** By the proxy, signed in; throws NotFound when that one may not act for the child. @param mobile E.164 */
    @Transactional
    public void through(Actor.Patient who, PersonId child, @Nullable String mobile) {
        var proxy = new PersonId(who.person());
        if (!proxies.mayAct(proxy, child)) throw new NotFound();
        table.makeThrough(new PatientProfileId(Ids.next()), child, proxy, mobile, false);
        log.write(who, AccessLog.Action.CHANGED, child.value(), null);
    }

    /** Who signs in for the first time makes the own profile; a child who is too young for one is a patient through others. */
    @EventListener
    @Transactional
    public void on(SignedIn signedIn) {
        if (!(signedIn.actor() instanceof Actor.Patient it)) return;
        var person = new PersonId(it.person());
        if (patients.ownOf(person).isPresent()) return;
        var born = patients.born(person);
        if (born.isEmpty() || rules.tooYoung(born.get(), proxies.today())) return;
        table.makeOwn(new PatientProfileId(Ids.next()), person, false);
    }
}
