package se.vardrum.messaging;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.CareUnit;
import se.vardrum.page.Languages;
import se.vardrum.page.Phone;
import se.vardrum.page.Site;
import se.vardrum.page.Texts;

/**
 * The words of messages. They know only what About holds: no reason, no description, no name of a patient, no identity
 * number can come into a text from here. A patient is never named either; where one with protected identity is or will
 * be is not told: such a text names no unit and no number to ring.
 */
@Component
class MessageTexts {

    /**
     * All that a message may tell of.
     *
     * @param name a guest's own, for the greeting of an e-mail; empty for an interpreter nobody knows yet
     * @param link the reader's personal link; empty when there is none
     * @param secret true when the patient has protected identity
     */
    record About(
            MessageKind kind,
            Reader reader,
            String language,
            String name,
            CareUnit unit,
            TimeSlot slot,
            String link,
            boolean secret) {}

    /** What an interpreter is told as an interpreter. */
    private static final Set<MessageKind> OWN_WORDS =
            Set.of(MessageKind.INVITATION, MessageKind.CANCELLATION, MessageKind.REMOVAL);

    private final Languages languages;
    private final Site site;

    MessageTexts(Languages languages, Site site) {
        this.languages = languages;
        this.site = site;
    }

    String sms(About it) {
        return Gsm7.plain(say("messaging.sms." + whom(it) + ".", hushed("", it), it));
    }

    /** Of what is the same for all who come by a link, an interpreter hears in a guest's words. */
    private static String whom(About it) {
        boolean asGuest = it.reader() == Reader.INTERPRETER && !OWN_WORDS.contains(it.kind());
        return (asGuest ? Reader.GUEST : it.reader())
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    String subject(About it) {
        return say("messaging.email.", ".subject", it);
    }

    String email(About it) {
        return say(
                whom(it).equals("interpreter") ? "messaging.email.interpreter." : "messaging.email.",
                hushed(".body", it),
                it);
    }

    private static String hushed(String suffix, About it) {
        return it.secret() ? suffix + ".protected" : suffix;
    }

    Texts in(String language) {
        return languages.of(language);
    }

    /** {0} date, {1} time, {2} unit, {3} address, {4} phone, {5} day and time in full, {6} name. */
    private String say(String prefix, String suffix, About it) {
        var t = languages.of(it.language());
        var moments = t.in(it.unit().zone());
        return t.say(
                prefix + it.kind().name().toLowerCase(Locale.ROOT) + suffix,
                moments.shortDate(it.slot().from()),
                moments.time(it.slot().from()),
                it.unit().messageName(),
                it.reader().hasLink() ? it.link() : site.url() + "/mina",
                Phone.shown(it.unit().phone()),
                moments.span(it.slot().from(), it.slot().to()),
                it.name().isEmpty() ? t.say("messaging.interpreter") : it.name());
    }
}
