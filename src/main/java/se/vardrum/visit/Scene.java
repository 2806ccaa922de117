package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Moments;
import se.vardrum.page.Texts;
import se.vardrum.patient.Patients;

/** Reads a visit whole, and says what one of those in it may know: the single place where names are given or held back. */
@Component
class Scene {

    /**
     * Everything of one visit at one moment; never sent as it is.
     *
     * @param secret the patient has protected identity
     */
    record Now(
            Visit visit,
            Appointment appointment,
            CareUnit unit,
            boolean secret,
            List<Arrival> arrivals,
            Map<ParticipantId, Participant> participants,
            Map<PractitionerRoleId, PractitionerRole> staff) {

        Optional<Arrival> arrival(ArrivalId id) {
            return arrivals.stream().filter(it -> it.id().equals(id)).findFirst();
        }

        @Nullable
        Participant named(Arrival it) {
            return it.participant() == null ? null : participants.get(it.participant());
        }

        boolean isStaff(Arrival it) {
            var named = named(it);
            return named != null && named.kind() == ParticipantKind.PRACTITIONER;
        }

        PractitionerRole responsible() {
            return requireNonNull(staff.get(visit.responsible()));
        }
    }

    /**
     * One of those in the call, as another of them sees that one.
     *
     * @param mayPutOut for staff alone: this one may be put out for good, and not only sent back to wait
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String id,
            String name,
            String detail,
            String page,
            boolean online,
            boolean staff,
            @Nullable Boolean mayPutOut) {}

    /**
     * One who waits or was refused, as staff see that one.
     *
     * @param detail who one says to be, and by which way one came
     * @param state WAITING, HELD or REFUSED
     */
    record Waiting(String id, String name, String detail, String since, String state) {}

    /** What is so for one who is not in the call; messages.ts has the same names. */
    enum State {
        WAITING,
        /** A practitioner is there and has not started. */
        OPENED,
        /** The visit runs, and staff let in. */
        KNOCKING,
        /** Sent back to wait. */
        HELD,
        /** Something is wrong on our side. */
        FAULT,
        /** The own link is in use in another browser. */
        OTHER,
        REFUSED,
        REMOVED,
        CANCELLED
    }

    /** A moment, for the clock and for the reader. */
    record Time(String at, String said) {}

    /** Another one started than the patient was to meet. */
    record Instead(String name, String title, String of) {}

    record Responsible(String name, String title) {}

    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final Appointments appointments;
    private final Patients patients;
    private final Directory directory;

    Scene(VisitTable visits, ArrivalTable arrivals, Appointments appointments, Patients patients, Directory directory) {
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.patients = patients;
        this.directory = directory;
    }

    /** One look at all tables at the same moment: between two of them a visit could end, and its end would look like leaving. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Now of(AppointmentId id) {
        var visit = visits.find(id).orElseThrow();
        var participants =
                appointments.participants(id).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        var roles = new java.util.HashSet<PractitionerRoleId>();
        roles.add(visit.responsible());
        participants.values().forEach(it -> {
            if (it.role() != null) roles.add(it.role());
        });
        var appointment = appointments.find(id).orElseThrow();
        roles.add(appointment.responsible());
        boolean secret = patients.protectedIdentity(appointment.profile());
        return new Now(
                visit,
                appointment,
                directory.unit(appointment.unit()),
                secret,
                arrivals.of(List.of(id)),
                participants,
                directory.roles(roles));
    }

    /** The others in the call. */
    List<Person> people(Now now, Arrival viewer, Texts t) {
        return now.arrivals().stream()
                .filter(it -> it.state() == ArrivalState.ADMITTED
                        && !it.id().equals(viewer.id())
                        && !it.page().isEmpty())
                .map(it -> new Person(
                        it.id().value().toString(),
                        name(now, it, viewer, t),
                        detail(now, it, viewer, t),
                        it.page(),
                        it.online(),
                        now.isStaff(it),
                        now.isStaff(viewer) ? mayPutOut(now, it) : null))
                .toList();
    }

    /** As {@link Admit#remove} answers: the patient, a proxy and staff stay. */
    private static boolean mayPutOut(Now now, Arrival it) {
        var named = now.named(it);
        return !it.named() || named != null && named.guest();
    }

    /** Those who wait, and those whose refusal can be taken back, for staff. */
    List<Waiting> waiting(Now now, Arrival viewer, Texts t) {
        return now.arrivals().stream()
                .filter(it -> !now.isStaff(it))
                .filter(it -> it.state() == ArrivalState.REFUSED || it.waits())
                .map(it -> new Waiting(
                        it.id().value().toString(),
                        name(now, it, viewer, t),
                        detail(now, it, viewer, t) + " · " + ArrivalWords.way(now.named(it), t),
                        it.since().toString(),
                        it.held() && it.state() == ArrivalState.WAITING
                                ? "HELD"
                                : it.state().name()))
                .toList();
    }

    /** Which interpreters are not there yet, in words for staff; empty when none is missed. */
    String missing(Now now, Texts t) {
        return now.participants().values().stream()
                .filter(Participant::interpreter)
                .filter(seat -> now.arrivals().stream().noneMatch(it -> MissingInterpreter.on(seat.id(), it)))
                .map(seat -> t.say(
                        "visit.interpreter.missing", requireNonNull(seat.seat()).words(t)))
                .collect(Collectors.joining(" "));
    }

    State state(Now now, Arrival me) {
        if (now.visit().state() == VisitState.CANCELLED) return State.CANCELLED;
        if (me.state() == ArrivalState.REFUSED) return State.REFUSED;
        if (me.state() == ArrivalState.REMOVED) return State.REMOVED;
        if (me.held()) return State.HELD;
        if (now.visit().readyNote() == ReadyNote.TROUBLE) return State.FAULT;
        if (ArrivalWords.elsewhere(me, now.named(me))) return State.OTHER;
        if (now.visit().state() == VisitState.RUNNING) return State.KNOCKING;
        boolean opened = now.arrivals().stream()
                .anyMatch(it -> now.isStaff(it) && it.waits() && !it.id().equals(me.id()));
        return opened ? State.OPENED : State.WAITING;
    }

    /** When the first browser at a guest's link will count as gone, and its place be free for this one; null while it is there. */
    @Nullable
    Instant free(Now now, Arrival me) {
        if (!ArrivalWords.elsewhere(me, now.named(me))) return null;
        return now.arrivals().stream()
                .filter(it -> it.named() && requireNonNull(me.participant()).equals(it.participant()))
                .findFirst()
                .map(Arrival::keptUntil)
                .orElse(null);
    }

    Time time(Instant at, Moments moments) {
        return new Time(at.toString(), moments.time(at));
    }

    /** Null when the booked one started. */
    @Nullable
    Instead instead(Now now) {
        var booked = now.appointment().responsible();
        if (now.visit().startedBy() == null || now.visit().startedBy().equals(booked)) return null;
        var starter = now.staff().get(now.visit().startedBy());
        var other = now.staff().get(booked);
        return starter == null || other == null ? null : new Instead(starter.name(), starter.title(), other.name());
    }

    Responsible responsible(Now now) {
        var it = now.responsible();
        return new Responsible(it.name(), it.title());
    }

    /** To guests the patient has no name. */
    private static String name(Now now, Arrival it, Arrival viewer, Texts t) {
        var named = now.named(it);
        boolean patient = named != null && named.person() != null;
        return patient && !knows(now, viewer) ? t.say("visit.patient") : it.name();
    }

    /** Staff, and the patient's own side. */
    private static boolean knows(Now now, Arrival viewer) {
        var viewing = now.named(viewer);
        return viewing != null && (viewing.kind() == ParticipantKind.PRACTITIONER || viewing.person() != null);
    }

    private static String detail(Now now, Arrival it, Arrival viewer, Texts t) {
        var named = now.named(it);
        if (named == null)
            return it.givenRole().isEmpty() ? t.say("visit.by-link") : t.say("visit.role-by-link", it.givenRole());
        return switch (named.kind()) {
            case PRACTITIONER -> requireNonNull(now.staff().get(named.role())).title();
            case PATIENT ->
                it.toConfirm() && it.state() == ArrivalState.WAITING
                        ? t.say("visit.role.patient-to-confirm")
                        : t.say(
                                now.secret() && knows(now, viewer)
                                        ? "visit.role.patient-protected"
                                        : "visit.role.patient");
            case PROXY -> t.say("visit.role.proxy");
            case GUEST, INTERPRETER -> ArrivalWords.role(it, named, t);
        };
    }
}
