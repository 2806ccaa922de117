package se.vardrum.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * How to reach the SMS gateway (VARDRUM_SMPP_… in the README).
 *
 * @param sender a number, or at most eleven letters and digits
 * @param alphabet what data_coding 0 means to this gateway
 * @param answerWithin how long the gateway may take for one answer
 * @param reconnect the shortest pause between attempts to connect; it doubles up to a minute
 */
record SmppSettings(
        String host,
        int port,
        String systemId,
        String password,
        String sender,
        boolean tls,
        SmsParts.Alphabet alphabet,
        Duration answerWithin,
        Duration reconnect) {

    /** Null when no gateway is set. */
    static @Nullable SmppSettings of(Environment env) throws IOException {
        var host = env.getProperty("vardrum.smpp.host", "");
        if (host.isBlank()) return null;
        boolean tls = env.getProperty("vardrum.smpp.tls", Boolean.class, false);
        return new SmppSettings(
                host.strip(),
                number(env.getProperty("vardrum.smpp.port", ""), tls ? 3550 : 2775),
                env.getProperty("vardrum.smpp.system-id", ""),
                Channels.password(env, "vardrum.smpp.password-file"),
                env.getProperty("vardrum.smpp.sender", "Vardrum"),
                tls,
                alphabet(env.getProperty("vardrum.smpp.charset", "GSM7")),
                env.getProperty("vardrum.smpp.answer-within", Duration.class, Duration.ofSeconds(10)),
                env.getProperty("vardrum.smpp.reconnect", Duration.class, Duration.ofSeconds(1)));
    }

    boolean alphanumeric() {
        return !sender.matches("\\+?[0-9]+");
    }

    static int number(String port, int otherwise) {
        return port.isBlank() ? otherwise : Integer.parseInt(port.strip());
    }

    private static SmsParts.Alphabet alphabet(String name) {
        try {
            return SmsParts.Alphabet.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("VARDRUM_SMPP_CHARSET is GSM7 or LATIN1, not " + name + ".", e);
        }
    }
}
