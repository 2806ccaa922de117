package se.vardrum.overview.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.AgencyText;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.overview.Readiness;
import se.vardrum.overview.SeeReadiness;
import se.vardrum.overview.SeeWaiting;
import se.vardrum.overview.web.VisitView.Agency;
import se.vardrum.overview.web.VisitView.Group;
import se.vardrum.overview.web.VisitView.PatientBlock;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.Proxies;
import se.vardrum.patient.Proxy;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.FindVisit.Access;
import se.vardrum.visit.FindVisit.Seen;
import se.vardrum.visit.Visit;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/** Puts a visit together for one reader, from what that reader may see. */
@Component
class VisitViews {

    private static final Duration SHORTLY = Duration.ofHours(1);

    private final Appointments appointments;
    private final Visits visits;
    private final Patients patients;
    private final Proxies proxies;
    private final Directory directory;
    private final Deliveries deliveries;
    private final SeeReadiness readiness;
    private final ShareViews shares;
    private final Links links;
    private final AgencyText agencyText;
    private final Follows follows;
    private final SeeWaiting waiting;
    private final Clock clock;

    VisitViews(
            Appointments appointments,
            Visits visits,
            Patients patients,
            Proxies proxies,
            Directory directory,
            Deliveries deliveries,
            SeeReadiness readiness,
            ShareViews shares,
            Links links,
            AgencyText agencyText,
            Follows follows,
            SeeWaiting waiting,
            Clock clock) {
        this.appointments = appointments;
        this.visits = visits;
        this.patients = patients;
        this.proxies = proxies;
        this.directory = directory;
        this.deliveries = deliveries;
        this.readiness = readiness;
        this.shares = shares;
        this.links = links;
        this.agencyText = agencyText;
        this.follows = follows;
        this.waiting = waiting;
        this.clock = clock;
    }

    VisitView of(Actor.Staff me, Seen seen, Texts t) {
        var visit = seen.visit();
        var it = seen.appointment();
        var unit = directory.unit(it.unit());
        var zone = unit.zone();
        var participants = appointments.participants(it.id());
        var roles = roles(visit, participants);
        var responsible = roles.get(visit.responsible());
        var patient = seen.seesPatient() ? patients.profile(it.profile()).orElse(null) : null;
        var ready = Objects.requireNonNull(readiness.of(List.of(it.id())).get(it.id()));
        var block = patient == null ? null : block(patient, it, participants, zone, t);
        var arrivals = visits.arrivals(it.id());
        var groups = groups(seen, participants, roles, arrivals, ready, block, unit, t);
        return new VisitView(
                it.id().value().toString(),
                title(it, zone, t),
                it.reason(t.language()),
                t.in(zone).span(it.slot().from(), it.slot().to()),
                it.type().name(t.language()),
                seen.seesUnit() ? unit.name() : t.say("overview.unit.hidden"),
                responsible == null ? "" : responsible.name(),
                responsible == null ? "" : responsible.title(),
                it.description(),
                VisitTags.of(visit, ready, t, zone),
                visit.state() == VisitState.BOOKED && ready.proxyLost(),
                mayChange(seen),
                mayChange(seen) && visit.state() == VisitState.BOOKED,
                act(seen),
                startNote(seen, responsible, t),
                block,
                visit.state().open() && appointments.callPatientTaskOpen(it.id()),
                participants.stream().noneMatch(one -> one.person() != null && one.mobile() != null),
                participants.size(),
                groups,
                mayChange(seen) ? shares.of(it) : ShareView.NONE,
                mayChange(seen),
                interpreter(seen, patient, participants, t),
                over(visit, it, seen.seesPatient(), zone, t),
                visit.state() == VisitState.CANCELLED,
                DoorViews.of(seen, mayChange(seen), participants, groups, arrivals, clock.instant(), t.in(zone), t),
                visit.promised() == null ? "" : t.in(zone).time(visit.promised()),
                mayChange(seen) && mayBeLate(visit, it, clock.instant()),
                seen.access() == Access.RESPONSIBLE && visit.state().open() && ready.patientWaits()
                        ? Entering.of(waiting.patients(me), it.id(), t, zone)
                        : null,
                SeeWaiting.taken(me, visit, it) && responsible != null
                        ? t.say("overview.visit.started-by", responsible.name())
                        : "");
    }

    /** Who is late knows it shortly before, or when the time has come. */
    static boolean mayBeLate(Visit visit, Appointment it, Instant now) {
        return visit.state() == VisitState.BOOKED
                && !now.isBefore(it.slot().from().minus(SHORTLY))
                && now.isBefore(it.slot().to().plus(Duration.ofHours(12)));
    }

    private Map<PractitionerRoleId, PractitionerRole> roles(Visit visit, List<Participant> participants) {
        return directory.roles(Stream.concat(
                        Stream.of(visit.responsible()),
                        participants.stream().map(Participant::role).filter(Objects::nonNull))
                .distinct()
                .toList());
    }

    /** What stands in the browser's tab and history: when, never why. */
    static String title(Appointment it, ZoneId zone, Texts t) {
        var from = it.slot().from();
        return t.say(
                "overview.visit.title", t.in(zone).shortDate(from), t.in(zone).time(from));
    }

    private static String startNote(Seen seen, @Nullable PractitionerRole responsible, Texts t) {
        if (seen.access() != Access.INVITED || seen.visit().state() != VisitState.BOOKED || responsible == null)
            return "";
        return t.say("overview.visit.start-note", responsible.name());
    }

    /** The reason given for calling it off may speak of the patient. */
    private static @Nullable String over(Visit visit, Appointment it, boolean seesPatient, ZoneId zone, Texts t) {
        return switch (visit.state()) {
            case BOOKED, RUNNING -> null;
            case FINISHED ->
                visit.endedAt() == null
                        ? t.say("overview.over.finished-some-time")
                        : t.say(
                                "overview.over.finished",
                                t.in(zone).date(visit.endedAt()),
                                t.in(zone).time(visit.endedAt()));
            case NO_SHOW -> t.say("overview.over.no-show");
            case FAILED -> t.say("overview.over.failed");
            case CANCELLED ->
                seesPatient && it.cancelReason() != null
                        ? t.say("overview.over.cancelled-because", it.cancelReason())
                        : t.say("overview.over.cancelled");
        };
    }

    private static PatientBlock block(
            PatientProfile it, Appointment appointment, List<Participant> participants, ZoneId zone, Texts t) {
        var mobile = participants.stream()
                .filter(one -> one.kind() == ParticipantKind.PATIENT && one.mobile() != null)
                .map(one -> Phone.shown(one.mobile()))
                .findFirst()
                .orElse(it.mobile() == null || !it.own() ? "" : Phone.shown(it.mobile()));
        var day = t.in(zone).day(appointment.slot().from());
        boolean hidden = it.protectedIdentity();
        return new PatientBlock(
                it.name(),
                t.say("overview.age", it.ageOn(day)),
                hidden ? "" : it.identityNumber(),
                hidden ? "" : mobile,
                hidden);
    }

    private List<Group> groups(
            Seen seen,
            List<Participant> participants,
            Map<PractitionerRoleId, PractitionerRole> roles,
            List<Arrival> arrivals,
            Readiness ready,
            @Nullable PatientBlock patient,
            CareUnit unit,
            Texts t) {
        var wanted = seen.visit().state() == VisitState.CANCELLED ? "CANCELLATION" : "INVITATION";
        var sent = deliveries.of(seen.visit().id()).stream()
                .filter(it -> it.kind().equals(wanted))
                .collect(Collectors.groupingBy(Delivery::participant));
        var checks = visits.checks(List.of(seen.visit().id()));
        var profile = patients.profile(seen.appointment().profile()).orElseThrow();
        return new ParticipantViews(
                        seen,
                        mayChange(seen),
                        patient,
                        hidden(seen, participants),
                        roles,
                        arrivals,
                        sent,
                        checks,
                        mayChange(seen) ? agencies(seen, participants, t) : Map.of(),
                        seen.seesPatient() && profile.interpreter() != null,
                        profile.protectedIdentity(),
                        follows,
                        ready,
                        clock.instant(),
                        unit,
                        t)
                .groups(participants);
    }

    private Map<ParticipantId, Agency> agencies(Seen seen, List<Participant> participants, Texts t) {
        if (participants.stream().noneMatch(Participant::interpreter)) return Map.of();
        var id = seen.appointment().id();
        var all = links.personal(id);
        return participants.stream()
                .filter(Participant::interpreter)
                .collect(Collectors.toMap(
                        Participant::id,
                        it -> new Agency(
                                Objects.requireNonNull(all.get(it.id())), agencyText.of(id, it.id(), t.language()))));
    }

    /** The patient needs one, and no seat is booked: before the start somebody can still see to it. */
    private static String interpreter(
            Seen seen, @Nullable PatientProfile patient, List<Participant> participants, Texts t) {
        boolean open = seen.visit().state() == VisitState.BOOKED;
        if (!open || patient == null || participants.stream().anyMatch(Participant::interpreter)) return "";
        var need = patient.interpreter();
        return need == null ? "" : InterpreterSeat.words(need.kind(), need.language(), t);
    }

    private Set<PersonId> hidden(Seen seen, List<Participant> participants) {
        if (participants.stream().noneMatch(it -> it.kind() == ParticipantKind.PROXY)) return Set.of();
        return proxies.of(seen.appointment().person()).stream()
                .filter(Proxy::protectedIdentity)
                .map(Proxy::id)
                .collect(Collectors.toSet());
    }

    /** Whoever only sees the unit's list changes nothing, and nobody changes what is over. */
    private static boolean mayChange(Seen seen) {
        return seen.access().mayChange() && seen.visit().state().open();
    }

    private static @Nullable String act(Seen seen) {
        if (!mayChange(seen)) return null;
        return seen.visit().state() == VisitState.RUNNING ? "JOIN" : "START";
    }
}
