package se.vardrum.overview.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.Participant;
import se.vardrum.directory.CareUnit;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.Preview;
import se.vardrum.messaging.Deliveries.Recipient;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.MessageKind;
import se.vardrum.messaging.Reader;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.visit.Arrival;

/** Says, before it is done, what follows from adding, correcting or taking away: which link dies, which message goes. */
@Component
public class Follows {

    /** Sentences, and the exact messages that go out. */
    public record Said(List<String> sentences, List<Preview> messages) {}

    /**
     * One who may be taken away.
     *
     * @param secret the patient or a proxy has protected identity
     * @param arrivals that one's places
     * @param sent that one's invitations
     * @param needed the patient needs an interpreter, and this is the last one
     * @param undo it can be taken back
     */
    record Leaving(
            Appointment visit,
            CareUnit unit,
            boolean secret,
            Participant who,
            List<Arrival> arrivals,
            List<Delivery> sent,
            boolean needed,
            boolean undo) {}

    private final Deliveries deliveries;

    Follows(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    Said added(Appointment visit, Guest it, Texts t) {
        boolean now = visit.linksNow() || it.seat() != null;
        var told = now ? told(visit, it) : List.<Preview>of();
        return new Said(List.of(sentence(it, now, told, t)), told);
    }

    private static String sentence(Guest it, boolean now, List<Preview> told, Texts t) {
        if (!now) return t.say("overview.follows.at-start");
        if (!told.isEmpty()) return t.say("overview.follows.sent");
        return t.say(it.seat() != null ? "overview.follows.to-copy" : "overview.follows.nobody-yet");
    }

    /** @param sent the guest's invitations so far */
    Said corrected(Appointment visit, Participant before, Guest it, List<Delivery> sent, Texts t) {
        if (it.sameContact(before)) return new Said(List.of(quietly(before, it, t)), List.of());
        var said = new ArrayList<String>();
        boolean now = visit.linkNow(before);
        if (now) said.add(t.say("overview.follows.link-dies"));
        stopped(before, sent, t).ifPresent(said::add);
        var told = now ? told(visit, it) : List.<Preview>of();
        if (sent.stream().anyMatch(Follows::gone)) said.add(t.say("overview.follows.old-not-told"));
        said.add(sentence(it, now, told, t));
        return new Said(said, told);
    }

    private static String quietly(Participant before, Guest it, Texts t) {
        boolean seat = !Objects.equals(before.seat(), it.seat());
        return t.say(seat ? "overview.follows.seat-only" : "overview.follows.name-only");
    }

    List<String> removed(Leaving it, Texts t) {
        var who = it.who();
        var said = new ArrayList<String>();
        presence(it.arrivals())
                .map(key -> t.say("overview.follows." + key, who.shown(t)))
                .ifPresent(said::add);
        if (who.role() != null) said.add(t.say("overview.remove.staff"));
        else if (it.visit().linkNow(who))
            said.add(t.say(who.interpreter() ? "overview.follows.seat-dies" : "overview.follows.dies"));
        stopped(who, it.sent(), t).ifPresent(said::add);
        said.addAll(messages(it, t));
        if (it.needed()) said.add(t.say("overview.follows.need-open"));
        if (it.undo()) said.add(t.say("overview.follows.undo"));
        return said;
    }

    private static Optional<String> presence(List<Arrival> all) {
        if (all.stream().anyMatch(Arrival::inCall)) return Optional.of("in-call");
        return all.stream().anyMatch(Arrival::waits) ? Optional.of("waits") : Optional.empty();
    }

    /** Those who were invited are told, by the same ways. */
    private List<String> messages(Leaving it, Texts t) {
        var by = it.sent().stream().filter(Follows::gone).map(Delivery::channel).toList();
        if (by.isEmpty()) return List.of(t.say("overview.follows.nothing-sent"));
        var who = it.who();
        var to = new Recipient(
                who.name(),
                by.contains("SMS") ? who.mobile() : null,
                by.contains("EMAIL") ? who.email() : null,
                who.language(),
                who.interpreter() ? Reader.INTERPRETER : Reader.GUEST);
        return deliveries.preview(MessageKind.REMOVAL, it.unit(), it.visit().slot(), List.of(to), it.secret()).stream()
                .map(each -> t.say(
                        each.channel().equals("SMS") ? "overview.follows.sms" : "overview.follows.email",
                        each.to(),
                        each.subject().isEmpty() ? each.text() : each.subject()))
                .toList();
    }

    private static boolean gone(Delivery it) {
        return it.state() == State.SENT || it.state() == State.DELIVERED;
    }

    private static Optional<String> stopped(Participant it, List<Delivery> sent, Texts t) {
        return sent.stream()
                .filter(each -> each.state() == State.DUE)
                .findFirst()
                .map(each -> each.channel().equals("SMS") ? shown(it.mobile()) : it.email())
                .map(to -> t.say("overview.follows.stopped", to));
    }

    private static @Nullable String shown(@Nullable String mobile) {
        return mobile == null ? null : Phone.shown(mobile);
    }

    private List<Preview> told(Appointment visit, Guest it) {
        var to = new Recipient(
                (it.firstName() + " " + it.lastName()).strip(),
                it.mobile(),
                it.email(),
                it.language(),
                it.seat() == null ? Reader.GUEST : Reader.INTERPRETER);
        return deliveries.preview(MessageKind.INVITATION, visit.id(), List.of(to));
    }
}
