package se.vardrum.appointment;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;

/** Calls an appointment off. The time is free again at once, links die, and everyone concerned is told. */
@Component
public class CancelAppointment {

    private final AppointmentTable appointments;
    private final AccessLog log;
    private final ApplicationEventPublisher events;

    CancelAppointment(AppointmentTable appointments, AccessLog log, ApplicationEventPublisher events) {
        this.appointments = appointments;
        this.log = log;
        this.events = events;
    }

    /** False when it was no longer booked: it has begun, ended or been called off already. */
    @Transactional
    public boolean cancel(Actor.Staff who, AppointmentId id, String reason) {
        if (!appointments.move(id, List.of(Appointment.Status.BOOKED), Appointment.Status.CANCELLED, reason))
            return false;
        var person = appointments.find(id).orElseThrow().person();
        log.write(who, AccessLog.Action.CANCELLED, person.value(), id.value());
        events.publishEvent(new AppointmentCancelled(id));
        return true;
    }
}
