package se.vardrum.appointment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the task "Ring patienten" on a visit whose patient no message may or can reach; one that was done is open again. */
@Component
public class RingPatient {

    private final AppointmentTable appointments;
    private final Clock clock;

    RingPatient(AppointmentTable appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    @Transactional
    public void about(AppointmentId id) {
        appointments.addTask(id, clock.instant());
    }
}
