package se.vardrum.appointment;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.patient.Patients;

/** Keeps the appointment's state in step with the visit's; only {@code visit} calls this, inside its own transaction. */
@Component
public class HoldAppointment {

    private final AppointmentTable appointments;
    private final Patients patients;
    private final ApplicationEventPublisher events;

    HoldAppointment(AppointmentTable appointments, Patients patients, ApplicationEventPublisher events) {
        this.appointments = appointments;
        this.patients = patients;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begun(AppointmentId id) {
        boolean begun = appointments.move(
                id, List.of(Appointment.Status.BOOKED, Appointment.Status.ARRIVED), Appointment.Status.ARRIVED, null);
        if (begun) tell(appointments.find(id).orElseThrow());
        return begun;
    }

    private void tell(Appointment it) {
        boolean secret = patients.protectedIdentity(it.profile());
        events.publishEvent(new AppointmentBegun(it, it.type().generalLink() && !secret));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ended(AppointmentId id) {
        return appointments.move(id, List.of(Appointment.Status.ARRIVED), Appointment.Status.FULFILLED, null);
    }
}
