package se.vardrum.patient;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;

/**
 * Marks a guardian as one who may neither take part nor know: no link, no message, no name, in any list. Callers have
 * found the child as theirs to see.
 */
@Component
public class BarProxy {

    private final ProxyTable table;
    private final NumberTable numbers;
    private final Proxies proxies;
    private final AccessLog log;
    private final ApplicationEventPublisher events;

    BarProxy(ProxyTable table, NumberTable numbers, Proxies proxies, AccessLog log, ApplicationEventPublisher events) {
        this.table = table;
        this.numbers = numbers;
        this.proxies = proxies;
        this.log = log;
        this.events = events;
    }

    /** False when there was nothing to bar. @param reason kept in the access log */
    @Transactional
    public boolean bar(Actor.Staff who, PersonId child, PersonId proxy, String reason) {
        if (!table.bar(child, proxy, true)) return false;
        log.because(reason, who, AccessLog.Action.PROXY_BARRED, child.value(), null);
        events.publishEvent(new ProxyBarred(child, proxy));
        return true;
    }

    /** Since a barred one stands in no list, the bar is lifted by that one's complete number, as typed. False when there is none such. */
    @Transactional
    public boolean allow(Actor.Staff who, PersonId child, String number, String reason) {
        if (!(IdentityNumber.read(number, proxies.today()) instanceof IdentityNumber.Read.Numbers(var values)))
            return false;
        boolean allowed = values.stream()
                .flatMap(it -> numbers.withCurrentNumber(it).stream())
                .anyMatch(it -> table.bar(child, it, false));
        if (!allowed) return false;
        log.because(reason, who, AccessLog.Action.PROXY_ALLOWED, child.value(), null);
        return true;
    }

    /** How many are barred; who they are is not told. */
    public int barred(PersonId child) {
        return table.barred(child);
    }
}
