package se.vardrum.booking.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.page.Texts;
import se.vardrum.patient.Patients;

/** Says for each person how far the invitation has come. */
@Component
class SentView {

    private static final Duration RECEIPTS = Duration.ofMinutes(10);

    private final Appointments appointments;
    private final Directory directory;
    private final Deliveries deliveries;
    private final Patients patients;
    private final Clock clock;

    SentView(Appointments appointments, Directory directory, Deliveries deliveries, Patients patients, Clock clock) {
        this.appointments = appointments;
        this.directory = directory;
        this.deliveries = deliveries;
        this.patients = patients;
        this.clock = clock;
    }

    DoneStep.Sent of(Appointment it, ZoneId zone, Texts t) {
        var states = deliveries.of(it.id()).stream()
                .filter(each -> each.kind().equals("INVITATION"))
                .toList();
        var summary = deliveries.summary(it.id());
        boolean secret = patients.protectedIdentity(it.profile());
        var people = appointments.participants(it.id());
        boolean withProxy = people.stream().anyMatch(each -> each.kind() == ParticipantKind.PROXY);
        var roles = directory.roles(
                people.stream().map(Participant::role).filter(Objects::nonNull).toList());
        return new DoneStep.Sent(
                it.id().value().toString(),
                headline(summary, t),
                it.reason(t.language()) + " · "
                        + t.in(zone).span(it.slot().from(), it.slot().to()),
                summary.failed() > 0,
                states.stream().noneMatch(this::moving),
                people.stream()
                        .filter(each -> !it.responsible().equals(each.role()))
                        .map(each -> row(
                                it,
                                each,
                                each.role() == null ? null : roles.get(each.role()),
                                states,
                                secret,
                                withProxy,
                                zone,
                                t))
                        .toList());
    }

    private static String headline(Deliveries.Summary it, Texts t) {
        if (it.total() == 0) return t.say("booking.done.none");
        if (!it.finished()) return t.say("booking.done.sending");
        return it.done() == it.total() ? t.say("booking.done.all") : t.say("booking.done.some", it.done(), it.total());
    }

    /** An e-mail has no receipt, and not every SMS gets one: after a while that it was taken is all one learns. */
    private boolean moving(Delivery it) {
        return it.state() == Deliveries.State.DUE
                || it.state() == Deliveries.State.SENT
                        && it.channel().equals("SMS")
                        && it.at() != null
                        && it.at().isAfter(clock.instant().minus(RECEIPTS));
    }

    private static DoneStep.Row row(
            Appointment visit,
            Participant it,
            @org.jspecify.annotations.Nullable PractitionerRole role,
            List<Delivery> all,
            boolean secret,
            boolean withProxy,
            ZoneId zone,
            Texts t) {
        if (it.kind() == ParticipantKind.PRACTITIONER) {
            var visible = new DoneStep.State(t.say("booking.done.shown", it.firstName()), "success", "");
            return new DoneStep.Row(it.name(), "staff", role == null ? "" : role.title(), false, List.of(visible));
        }
        var states = all.stream()
                .filter(each -> each.participant().equals(it.id()))
                .map(each -> state(each, zone, t))
                .toList();
        if (states.isEmpty() && it.kind() == ParticipantKind.PATIENT && withProxy) {
            states = List.of(new DoneStep.State(t.say("booking.done.through-proxy"), "neutral", ""));
        }
        if (states.isEmpty() && !it.guest()) {
            states = List.of(new DoneStep.State(t.say("booking.done.ring"), "warning", ""));
        }
        if (states.isEmpty() && it.interpreter()) {
            states = List.of(new DoneStep.State(t.say("booking.done.to-copy"), "neutral", ""));
        }
        if (states.isEmpty() && it.guest() && !visit.linkNow(it)) {
            states = List.of(new DoneStep.State(t.say("booking.done.at-start"), "neutral", ""));
        }
        return new DoneStep.Row(
                it.shown(t), it.guest() ? "guest" : "patient", role(it, t), !it.guest() && secret, states);
    }

    private static String role(Participant it, Texts t) {
        return switch (it.kind()) {
            case INTERPRETER ->
                t.say(
                        it.unnamed() ? "booking.done.interpreter.unnamed" : "booking.done.interpreter",
                        Objects.requireNonNull(it.seat()).words(t));
            case GUEST -> t.say("booking.done.guest");
            case PROXY -> t.say("booking.proxy");
            default -> t.say("booking.done.patient");
        };
    }

    private static DoneStep.State state(Delivery it, ZoneId zone, Texts t) {
        var channel = it.channel().toLowerCase(java.util.Locale.ROOT);
        var state = it.state().name().toLowerCase(java.util.Locale.ROOT);
        var time = it.at() == null ? "" : t.in(zone).time(it.at());
        var color = switch (it.state()) {
            case DELIVERED -> "success";
            case SENT -> it.channel().equals("EMAIL") ? "success" : "info";
            case DUE -> "info";
            case FAILED -> "danger";
            case DROPPED -> "neutral";
        };
        return new DoneStep.State(
                t.say("booking.sent." + channel + "." + state, time).strip(),
                color,
                it.problemKey() == null ? "" : t.say(it.problemKey()));
    }
}
