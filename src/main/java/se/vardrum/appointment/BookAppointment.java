package se.vardrum.appointment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.PractitionerId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Ids;
import se.vardrum.patient.ChildRules;
import se.vardrum.patient.Company;
import se.vardrum.patient.JudgeCompany;
import se.vardrum.patient.JudgeCompany.Judged;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Patients;
import se.vardrum.patient.Proxy;
import se.vardrum.patient.UnitPatients;

/** The one way an appointment comes to be. Whoever books is responsible; everything of it is one transaction. */
@Component
public class BookAppointment {

    /**
     * A guest with at least one of mobile (E.164) and e-mail; or an interpreter, who may have neither, and no name.
     *
     * @param seat what the interpreter is booked for; null for any other guest
     */
    public record Guest(
            String firstName,
            String lastName,
            @Nullable String mobile,
            @Nullable String email,
            String language,
            @Nullable InterpreterSeat seat) {

        public Guest(
                String firstName, String lastName, @Nullable String mobile, @Nullable String email, String language) {
            this(firstName, lastName, mobile, email, language, null);
        }

        boolean same(Participant it) {
            return sameContact(it)
                    && firstName.equals(it.firstName())
                    && lastName.equals(it.lastName())
                    && language.equals(it.language())
                    && Objects.equals(seat, it.seat());
        }

        /** Then the link that was sent stays good. */
        public boolean sameContact(Participant it) {
            return Objects.equals(mobile, it.mobile()) && Objects.equals(email, it.email());
        }
    }

    /**
     * What is wanted.
     *
     * @param type the key of one of the unit's types
     * @param heading the id of a search reason; for a type with a free heading, the heading
     * @param bookingKey made with the draft: the same key books once, however often it is asked
     * @param mobile where the patient's messages go, E.164; null makes the task "Ring patienten"
     * @param guestReason why somebody with protected identity is to have guests; empty otherwise
     * @param company who is there for a child; {@link Company#ALONE} for a grown-up
     */
    public record Request(
            UUID bookingKey,
            String type,
            String heading,
            String description,
            TimeSlot slot,
            PatientProfileId profile,
            @Nullable String mobile,
            List<Guest> guests,
            List<PractitionerRoleId> colleagues,
            String guestReason,
            Company company) {}

    /** What a type of visit may forbid. */
    public enum Rule {
        /** Closed to new bookings. */
        CLOSED,
        GUESTS,
        STAFF,
        /** A free heading is missing or too long. */
        HEADING,
        /** More proxies than the type has room for. */
        PROXIES
    }

    /** Every answer a caller must be ready for. */
    public sealed interface Outcome {
        record Booked(AppointmentId id) implements Outcome {}

        /** The same key booked this before. */
        record AlreadyBooked(AppointmentId id) implements Outcome {}

        /** The type of visit does not allow it. */
        record Against(Rule rule) implements Outcome {}

        record PractitionerBusy() implements Outcome {}

        record PatientBusy() implements Outcome {}

        record InThePast() implements Outcome {}

        /** The rules for children forbid it: by number, and the key of a text that says the way out. */
        record Forbidden(ChildRules.Forbidden rule) implements Outcome {}

        /** The rules for children propose another type: it can be booked when somebody says why. */
        record WhyNeeded(ChildRules.Against against) implements Outcome {}

        /** One of the proxies may not act for the patient on that day. */
        record NoRight() implements Outcome {}

        /** Guests at a visit of one with protected identity, and no reason. */
        record ReasonNeeded() implements Outcome {}

        /** The patient, a colleague or the search reason does not exist (any more). */
        record Unknown() implements Outcome {}
    }

    private final AppointmentTable appointments;
    private final ParticipantTable participants;
    private final SearchReasons reasons;
    private final VisitTypes types;
    private final Patients patients;
    private final JudgeCompany judgeCompany;
    private final UnitPatients unitPatients;
    private final Everybody everybody;
    private final AccessLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookAppointment(
            AppointmentTable appointments,
            ParticipantTable participants,
            SearchReasons reasons,
            VisitTypes types,
            Patients patients,
            JudgeCompany judgeCompany,
            UnitPatients unitPatients,
            Everybody everybody,
            AccessLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.reasons = reasons;
        this.types = types;
        this.patients = patients;
        this.judgeCompany = judgeCompany;
        this.unitPatients = unitPatients;
        this.everybody = everybody;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Outcome book(Actor.Staff who, Request wanted) {
        var type = types.find(wanted.type(), new CareUnitId(who.unit())).orElse(null);
        if (type == null) return new Outcome.Unknown();
        var against = against(type, wanted);
        if (against != null) return before(wanted.bookingKey(), new Outcome.Against(against));

        var reason = type.free()
                ? SearchReason.free(wanted.heading())
                : reasons.byId(wanted.heading()).orElse(null);
        var patient = patients.profile(wanted.profile()).orElse(null);
        if (reason == null || patient == null) return new Outcome.Unknown();

        var day = Patients.day(wanted.slot().from());
        List<Proxy> proxies;
        switch (judgeCompany.judge(patient, wanted.company(), type.key(), day)) {
            case Judged.Fine(var there) -> proxies = there;
            case Judged.Forbidden(var rule) -> {
                return before(wanted.bookingKey(), new Outcome.Forbidden(rule));
            }
            case Judged.WhyNeeded(var rule) -> {
                return before(wanted.bookingKey(), new Outcome.WhyNeeded(rule));
            }
            case Judged.NoRight() -> {
                return before(wanted.bookingKey(), new Outcome.NoRight());
            }
        }

        boolean exposes = patient.protectedIdentity() && !wanted.guests().isEmpty();
        if (exposes && wanted.guestReason().isBlank()) return new Outcome.ReasonNeeded();

        var appointment = new Appointment(
                new AppointmentId(Ids.next()),
                type,
                reason.sv(),
                reason.en(),
                wanted.description(),
                wanted.slot(),
                new CareUnitId(who.unit()),
                patient.id(),
                patient.person(),
                new PractitionerRoleId(who.role()),
                new PractitionerRoleId(who.role()),
                Appointment.Status.BOOKED,
                null,
                type.linksAt() == VisitType.LinksAt.START);
        var all = everybody.of(who, wanted, patient, proxies, appointment.id());
        if (all == null) return new Outcome.Unknown();

        var now = clock.instant();
        if (wanted.slot().from().isBefore(now)) return before(wanted.bookingKey(), new Outcome.InThePast());
        if (!appointments.insertIfFree(
                appointment,
                new PractitionerId(who.practitioner()),
                wanted.bookingKey(),
                type.free() ? null : reason.id(),
                wanted.company(),
                now)) {
            return before(
                    wanted.bookingKey(),
                    appointments.patientBusy(patient.person(), wanted.slot())
                            ? new Outcome.PatientBusy()
                            : new Outcome.PractitionerBusy());
        }
        unitPatients.add(who.unit(), patient.person());
        participants.insert(all, now);
        if (Everybody.somebodyMustRing(all)) appointments.addTask(appointment.id(), now);
        log.write(
                who,
                AccessLog.Action.BOOKED,
                patient.person().value(),
                appointment.id().value());
        if (exposes)
            log.because(
                    wanted.guestReason(),
                    who,
                    AccessLog.Action.GUEST_INVITED,
                    patient.person().value(),
                    appointment.id().value());
        events.publishEvent(new AppointmentBooked(
                appointment.id(),
                List.copyOf(all),
                type.generalLink() && !patient.protectedIdentity() && appointment.linksNow(),
                appointment.linksNow()));
        return new Outcome.Booked(appointment.id());
    }

    private static @Nullable Rule against(VisitType type, Request wanted) {
        var heading = wanted.heading();
        if (!type.active()) return Rule.CLOSED;
        if (!type.guests() && wanted.guests().stream().anyMatch(it -> it.seat() == null)) return Rule.GUESTS;
        if (!type.staff() && !wanted.colleagues().isEmpty()) return Rule.STAFF;
        if (wanted.company().proxies().size() > type.maxProxies()) return Rule.PROXIES;
        boolean possible =
                !heading.isBlank() && heading.codePointCount(0, heading.length()) <= VisitType.LONGEST_HEADING;
        return type.free() && !possible ? Rule.HEADING : null;
    }

    /** What the same key has booked already answers before any refusal. */
    private Outcome before(UUID key, Outcome otherwise) {
        return appointments
                .bookedWith(key)
                .<Outcome>map(Outcome.AlreadyBooked::new)
                .orElse(otherwise);
    }
}
