package se.vardrum.messaging;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.vardrum.page.Phone;
import se.vardrum.page.Site;

/**
 * The .ics of an e-mail: the same UID for a visit always, so that a later one changes or removes what a calendar has. It
 * says neither with whom nor why, and holds no link: others look into a shared calendar.
 */
@Component
class CalendarFile {

    private final MessageTexts texts;
    private final Clock clock;
    private final String host;
    private final String from;

    CalendarFile(MessageTexts texts, Site site, Clock clock, Environment env) {
        this.texts = texts;
        this.clock = clock;
        this.host = host(site);
        this.from = SmtpSettings.from(env, host).getAddress();
    }

    /** The host in ids that go out, from the address in links. */
    static String host(Site site) {
        var host = URI.create(site.url()).getHost();
        return host == null ? "localhost" : host;
    }

    Outgoing.Ics of(Message message, MessageTexts.About it, String attendee) {
        boolean stands = it.kind() == MessageKind.INVITATION;
        var method = stands ? ImmutableMethod.REQUEST : ImmutableMethod.CANCEL;
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Vardrum//Vardrum//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(CalendarZone.of(it.unit().zone()));
        calendar.add(event(message, it, attendee, stands));
        return new Outgoing.Ics(method.getValue(), written(calendar));
    }

    private VEvent event(Message message, MessageTexts.About it, String attendee, boolean stands) {
        var t = texts.in(it.language());
        var zone = it.unit().zone();
        var event = new VEvent(
                it.slot().from().atZone(zone), it.slot().to().atZone(zone), t.say("messaging.calendar.summary"));
        event.replace(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(message.appointment().value() + "@" + host));
        event.add(new Sequence(stands ? message.version() : message.version() + 1));
        event.add(new Organizer(URI.create("mailto:" + from)));
        event.add(new Attendee(URI.create("mailto:" + attendee)).<Attendee>add(Rsvp.FALSE));
        event.add(stands ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        if (stands && !it.secret())
            event.add(new Description(t.say(
                    "messaging.calendar.description", Phone.shown(it.unit().phone()))));
        return event;
    }

    /** Unchecked: it is always the same by its shape, the tests check that, and each time cost more than to write it. */
    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
