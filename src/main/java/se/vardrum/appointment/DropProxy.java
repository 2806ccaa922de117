package se.vardrum.appointment;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.patient.ProxyBarred;

/** A barred guardian leaves every visit: those to come or going on, and the lists of those that are over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DropProxy {

    private final AppointmentTable appointments;
    private final ParticipantTable participants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DropProxy(
            AppointmentTable appointments,
            ParticipantTable participants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ProxyBarred barred) {
        var now = clock.instant();
        for (var it : appointments.withProxy(barred.proxy(), barred.child(), Instant.EPOCH)) {
            participants.of(it.id()).stream()
                    .filter(each -> barred.proxy().equals(each.person()))
                    .filter(each -> participants.remove(each.id(), now) && it.open())
                    .forEach(each -> events.publishEvent(new ParticipantRemoved(it.id(), each.id())));
        }
    }
}
