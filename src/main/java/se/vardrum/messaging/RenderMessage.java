package se.vardrum.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.Directory;
import se.vardrum.invitation.Links;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.Proxies;
import se.vardrum.patient.Proxy;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/** Makes messages from the data as they are at the moment of sending. */
@Component
class RenderMessage {

    /** What a row means now. */
    sealed interface Rendered {}

    record Ready(Outgoing outgoing) implements Rendered {}

    /** It no longer holds. */
    record Pointless() implements Rendered {}

    /** It cannot be sent; the key of a text says why. */
    record Impossible(String problemKey) implements Rendered {}

    /** The patient has protected identity, and no message may go there: somebody rings. */
    record Unsafe() implements Rendered {}

    /** What is told of this very moment is of no use later. */
    private static final Duration STALE = Duration.ofMinutes(30);

    private final Appointments appointments;
    private final Visits visits;
    private final Patients patients;
    private final Proxies proxies;
    private final Directory directory;
    private final Links links;
    private final MessageTexts texts;
    private final CalendarFile calendar;
    private final Clock clock;

    RenderMessage(
            Appointments appointments,
            Visits visits,
            Patients patients,
            Proxies proxies,
            Directory directory,
            Links links,
            MessageTexts texts,
            CalendarFile calendar,
            Clock clock) {
        this.appointments = appointments;
        this.visits = visits;
        this.patients = patients;
        this.proxies = proxies;
        this.directory = directory;
        this.links = links;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What a visit's messages are made of. */
    record Visit(
            Appointment appointment,
            CareUnit unit,
            PatientProfile patient,
            Map<ParticipantId, Participant> participants,
            List<Proxy> proxies,
            Map<ParticipantId, String> links) {

        /** Where the patient or a proxy with protected identity will be is told to nobody. */
        boolean secret() {
            return patient.protectedIdentity()
                    || participants.values().stream()
                            .anyMatch(it ->
                                    proxy(it).filter(Proxy::protectedIdentity).isPresent());
        }

        /** Who that participant is as a proxy who may act today. */
        Optional<Proxy> proxy(Participant it) {
            return proxies.stream()
                    .filter(each -> each.id().equals(it.person()))
                    .findFirst();
        }
    }

    /**
     * The visit as it is now. It serves for all that is sent in one go: whatever changes meanwhile drops the message that
     * would say what was.
     */
    Visit visit(AppointmentId id) {
        var appointment = appointments.find(id).orElseThrow();
        var participants = appointments.participants(id);
        boolean proxied = participants.stream().anyMatch(it -> it.kind() == ParticipantKind.PROXY);
        return new Visit(
                appointment,
                directory.unit(appointment.unit()),
                patients.profile(appointment.profile()).orElseThrow(),
                participants.stream().collect(Collectors.toMap(Participant::id, Function.identity())),
                proxied ? proxies.of(appointment.person()) : List.of(),
                links.personal(id));
    }

    Rendered render(Message it, Visit visit) {
        var appointment = visit.appointment();
        var here = visit.participants().get(it.participant());
        var participant =
                here != null ? here : appointments.participant(it.participant()).orElseThrow(); // taken away
        boolean invitation = it.kind() == MessageKind.INVITATION;
        if (invitation && (participant.removed() || appointment.status() == Appointment.Status.CANCELLED))
            return new Pointless();
        if (it.kind().ofTheMoment() && (participant.removed() || !holds(it))) return new Pointless();
        if (!it.kind().ofTheMoment()
                && !clock.instant().isBefore(appointment.slot().to()))
            return new Impossible("messaging.problem.too-late");
        boolean proxy = participant.kind() == ParticipantKind.PROXY;
        if (proxy && visit.proxy(participant).isEmpty()) return new Pointless(); // the right has ended
        var to = it.medium() == Medium.SMS ? participant.mobile() : participant.email();
        if (to == null) return new Pointless();
        if (proxy ? mayNotBeTold(visit.proxy(participant).orElseThrow(), to) : mayNotBeTold(visit, participant, to))
            return new Unsafe();
        return new Ready(outgoing(it, visit, participant, to));
    }

    /** A newer promise, or the start, has overtaken a promise; the end a start. */
    private boolean holds(Message it) {
        var now = held(it.appointment());
        return it.kind() == MessageKind.LATE
                ? now.state() == VisitState.BOOKED && now.timesLate() == it.nth()
                : now.state() == VisitState.RUNNING;
    }

    private se.vardrum.visit.Visit held(AppointmentId id) {
        return requireNonNull(visits.all(List.of(id)).get(id));
    }

    /** Whoever got protected identity since the booking gets no message at a number that was not registered for it. */
    private static boolean mayNotBeTold(Visit visit, Participant it, String mobile) {
        return !it.guest()
                && visit.patient().protectedIdentity()
                && !mobile.equals(visit.patient().mobile());
    }

    private static boolean mayNotBeTold(Proxy proxy, String mobile) {
        return proxy.protectedIdentity() && !mobile.equals(proxy.mobile());
    }

    private static Reader reader(Participant it) {
        if (it.interpreter()) return Reader.INTERPRETER;
        if (it.guest()) return Reader.GUEST;
        if (it.kind() == ParticipantKind.PROXY) return Reader.PROXY;
        return it.byLink() ? Reader.BY_LINK : Reader.PATIENT;
    }

    private Outgoing outgoing(Message it, Visit visit, Participant participant, String to) {
        var booked = visit.appointment().slot();
        var slot = it.kind() == MessageKind.LATE
                ? moved(booked, held(it.appointment()).expected(booked))
                : booked;
        boolean email = it.medium() == Medium.EMAIL;
        var link = reader(participant).hasLink() && it.kind().hasLink()
                ? Optional.ofNullable(visit.links().get(participant.id()))
                        .orElseGet(() -> links.personal(participant.id())) // added since the visit was read
                : "";
        var about = new MessageTexts.About(
                it.kind(),
                reader(participant),
                participant.language(),
                participant.name(),
                visit.unit(),
                slot,
                link,
                visit.secret());
        return new Outgoing(
                it.id(),
                it.round(),
                participant.id(),
                it.medium(),
                to,
                email ? texts.subject(about) : "",
                email ? texts.email(about) : texts.sms(about),
                email && !it.kind().ofTheMoment() ? () -> calendar.of(it, about, to) : null,
                it.kind().ofTheMoment() ? clock.instant().plus(STALE) : slot.to());
    }

    private static TimeSlot moved(TimeSlot booked, Instant to) {
        return new TimeSlot(to, to.plus(Duration.between(booked.from(), booked.to())));
    }
}
