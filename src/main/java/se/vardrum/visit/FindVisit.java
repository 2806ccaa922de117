package se.vardrum.visit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.Proxies;

/** Permission is the way one finds a visit: what one may not see does not exist. */
@Component
public class FindVisit {

    /** Why somebody of the staff may see a visit. */
    public enum Access {
        RESPONSIBLE,
        INVITED,
        /** Through the right to the whole unit's list: to see, not to change. */
        UNIT;

        public boolean mayChange() {
            return this != UNIT;
        }
    }

    /**
     * A visit as somebody of the staff may see it.
     *
     * @param seesPatient false: heading, description, time, unit and responsible, and no more of the patient
     * @param seesUnit false for who does not see a patient with protected identity: where that one will be is not told
     */
    public record Seen(Visit visit, Appointment appointment, Access access, boolean seesPatient, boolean seesUnit) {}

    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final Appointments appointments;
    private final Patients patients;
    private final Proxies proxies;

    FindVisit(VisitTable visits, ArrivalTable arrivals, Appointments appointments, Patients patients, Proxies proxies) {
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.patients = patients;
        this.proxies = proxies;
    }

    public Optional<Seen> forStaff(Actor.Staff who, AppointmentId id) {
        var visit = visits.find(id).orElse(null);
        if (visit == null) return Optional.empty();
        var appointment = appointments.find(id).orElseThrow();
        if (visit.responsible().value().equals(who.role())) {
            return Optional.of(new Seen(visit, appointment, Access.RESPONSIBLE, true, true));
        }
        var participants = appointments.participants(id);
        var own = participants.stream()
                .filter(it -> it.role() != null && it.role().value().equals(who.role()))
                .findFirst();
        if (own.isPresent()) {
            boolean meets = meets(visit, own.get(), participants);
            return Optional.of(new Seen(visit, appointment, Access.INVITED, meets, meets || !secret(appointment)));
        }
        boolean unit =
                who.may(Actor.Right.UNIT_LIST) && appointment.unit().value().equals(who.unit());
        return unit ? Optional.of(new Seen(visit, appointment, Access.UNIT, true, true)) : Optional.empty();
    }

    /** One that this one may change: the responsible one and the invited, not who only sees the unit's list. */
    public Optional<Seen> toChange(Actor.Staff who, AppointmentId id) {
        return forStaff(who, id).filter(it -> it.access().mayChange());
    }

    private boolean secret(Appointment it) {
        return patients.protectedIdentity(it.profile());
    }

    /** One's own visit, or a child's at which one is a proxy: only for as long as one may act for the child. */
    public Optional<Appointment> forPatient(Actor.Patient who, AppointmentId id) {
        return appointments.find(id).filter(it -> own(who, it) || asProxy(who, it));
    }

    /** A profile through a proxy is the proxy's to see, not the child's. */
    private boolean own(Actor.Patient who, Appointment it) {
        return it.person().value().equals(who.person())
                && patients.profile(it.profile()).orElseThrow().own();
    }

    private boolean asProxy(Actor.Patient who, Appointment it) {
        return appointments.participants(it.id()).stream()
                        .anyMatch(one -> one.kind() == ParticipantKind.PROXY
                                && one.person() != null
                                && one.person().value().equals(who.person()))
                && proxies.mayAct(new PersonId(who.person()), it.person());
    }

    /** An invited colleague sees the patient while both are in the call; a child may be there with a proxy's page alone. */
    private boolean meets(Visit visit, Participant colleague, List<Participant> participants) {
        if (visit.state() != VisitState.RUNNING) return false;
        return there(visit, colleague) && participants.stream().anyMatch(it -> it.person() != null && there(visit, it));
    }

    private boolean there(Visit visit, Participant it) {
        return arrivals.of(visit.id(), it.id()).stream().anyMatch(arrival -> arrival.state() == ArrivalState.ADMITTED);
    }
}
