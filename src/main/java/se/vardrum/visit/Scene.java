package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
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

    /** One of those in the call, as another of them sees that one. */
    record Person(String id, String name, String detail, String page, boolean online, boolean staff) {}

    /** One who waits, as staff in the call see that one. */
    record Waiting(String id, String name, String detail, String since) {}

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
        var profile = appointments.find(id).orElseThrow().profile();
        boolean secret = patients.profile(profile).orElseThrow().protectedIdentity();
        return new Now(visit, secret, arrivals.of(List.of(id)), participants, directory.roles(roles));
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
                        now.isStaff(it)))
                .toList();
    }

    /** Those who wait, for staff in the call. */
    List<Waiting> waiting(Now now, Arrival viewer, Texts t) {
        return now.arrivals().stream()
                .filter(it -> it.state() == ArrivalState.WAITING && it.online())
                .map(it -> new Waiting(
                        it.id().value().toString(),
                        name(now, it, viewer, t),
                        detail(now, it, viewer, t),
                        it.since().toString()))
                .toList();
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
            case GUEST -> t.say("visit.role.guest");
            case INTERPRETER ->
                t.say("visit.role.interpreter", requireNonNull(named.seat()).words(t));
        };
    }
}
