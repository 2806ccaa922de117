package se.vardrum.appointment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the appointment's state in step with the visit's; only {@code visit} calls this, inside its own transaction. */
@Component
public class HoldAppointment {

    private final AppointmentTable appointments;

    HoldAppointment(AppointmentTable appointments) {
        this.appointments = appointments;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begun(AppointmentId id) {
        return appointments.move(
                id, List.of(Appointment.Status.BOOKED, Appointment.Status.ARRIVED), Appointment.Status.ARRIVED, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ended(AppointmentId id) {
        return appointments.move(id, List.of(Appointment.Status.ARRIVED), Appointment.Status.FULFILLED, null);
    }
}
