package se.vardrum.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.CareUnit;
import se.vardrum.page.Phone;

/** What became of the messages of a visit, and what they will say before there is one. */
@Component
public class Deliveries {

    /** How far a message has come. */
    public enum State {
        DUE,
        SENT,
        DELIVERED,
        FAILED,
        DROPPED
    }

    /**
     * One message and its state.
     *
     * @param channel SMS or EMAIL
     * @param at when it came to this state, as far as that is known
     * @param problemKey the key of a text that says what is wrong and what to do
     */
    public record Delivery(
            ParticipantId participant,
            String channel,
            String kind,
            State state,
            @Nullable Instant at,
            @Nullable String problemKey) {}

    /** Somebody who is to be invited. */
    public record Recipient(
            String name, @Nullable String mobile, @Nullable String email, String language, Reader reader) {}

    /** What somebody will get; in place of a personal link stands what it is. An SMS has no subject. */
    public record Preview(String name, String channel, String to, String subject, String text) {}

    /** How far the invitations of a visit have come. Finished: each has been taken by its channel, or failed. */
    public record Summary(int total, int done, int failed, boolean finished) {}

    private final MessageTable messages;
    private final MessageTexts texts;
    private final RenderMessage render;
    private final Appointments appointments;

    Deliveries(MessageTable messages, MessageTexts texts, RenderMessage render, Appointments appointments) {
        this.messages = messages;
        this.texts = texts;
        this.render = render;
        this.appointments = appointments;
    }

    /** Of each kind to each participant by each channel, under the contact as it is now. */
    public List<Delivery> of(AppointmentId id) {
        return messages.newest(List.of(id)).stream().map(Deliveries::delivery).toList();
    }

    /** The same for many visits at once. */
    public Map<AppointmentId, List<Delivery>> of(Collection<AppointmentId> ids) {
        return messages.newest(ids).stream()
                .collect(Collectors.groupingBy(
                        Message::appointment, Collectors.mapping(Deliveries::delivery, Collectors.toList())));
    }

    private static Delivery delivery(Message it) {
        return new Delivery(it.participant(), it.medium().name(), it.kind().name(), it.state(), it.at(), it.problem());
    }

    /** Of those who take part now. */
    public Summary summary(AppointmentId id) {
        var here = appointments.participants(id).stream().map(Participant::id).toList();
        int total = 0, done = 0, failed = 0;
        for (var it : messages.newest(List.of(id))) {
            if (it.kind() != MessageKind.INVITATION || it.state() == State.DROPPED) continue;
            if (!here.contains(it.participant())) continue;
            total++;
            if (it.state() == State.SENT || it.state() == State.DELIVERED) done++;
            if (it.state() == State.FAILED) failed++;
        }
        return new Summary(total, done, failed, done + failed == total);
    }

    /**
     * The exact messages that would go out, in the order of the recipients.
     *
     * @param secret true when the patient or a proxy has protected identity
     */
    public List<Preview> preview(CareUnit unit, TimeSlot slot, List<Recipient> recipients, boolean secret) {
        return preview(MessageKind.INVITATION, unit, slot, recipients, secret);
    }

    /**
     * The exact messages of that kind about a visit that is booked. One who is told nothing that way has none.
     *
     * @param recipients with the contacts they have or would have
     */
    public List<Preview> preview(MessageKind kind, AppointmentId about, List<Recipient> recipients) {
        var visit = render.visit(about);
        return preview(kind, visit.unit(), visit.appointment().slot(), recipients, visit.secret());
    }

    /** The same of any kind. @param secret true when the patient or a proxy has protected identity */
    public List<Preview> preview(
            MessageKind kind, CareUnit unit, TimeSlot slot, List<Recipient> recipients, boolean secret) {
        var all = new ArrayList<Preview>();
        for (var it : recipients) {
            var placeholder = texts.in(it.language()).say("messaging.link-placeholder");
            var about = new MessageTexts.About(
                    kind, it.reader(), it.language(), it.name(), unit, slot, placeholder, secret);
            if (it.mobile() != null)
                all.add(new Preview(it.name(), Medium.SMS.name(), Phone.shown(it.mobile()), "", texts.sms(about)));
            if (it.email() != null && it.reader().byEmail())
                all.add(new Preview(
                        it.name(), Medium.EMAIL.name(), it.email(), texts.subject(about), texts.email(about)));
        }
        return all;
    }
}
