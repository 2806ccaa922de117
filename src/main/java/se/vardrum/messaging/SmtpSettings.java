package se.vardrum.messaging;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** How to reach the mail server (VARDRUM_SMTP_… in the README). */
record SmtpSettings(
        String host,
        int port,
        String user,
        String password,
        InternetAddress from,
        Security security,
        Duration patience) {

    /** How the way to the mail server is kept private. */
    enum Security {
        /** Begins in clear and must turn to TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** For a mail server on this machine. */
        NONE
    }

    /** Null when no mail server is set. */
    static @Nullable SmtpSettings of(Environment env, String here) throws IOException {
        var host = env.getProperty("vardrum.smtp.host", "");
        if (host.isBlank()) return null;
        var security = security(env.getProperty("vardrum.smtp.tls", "STARTTLS"));
        int usual = security == Security.TLS ? 465 : security == Security.STARTTLS ? 587 : 25;
        return new SmtpSettings(
                host.strip(),
                SmppSettings.number(env.getProperty("vardrum.smtp.port", ""), usual),
                env.getProperty("vardrum.smtp.user", ""),
                Channels.password(env, "vardrum.smtp.password-file"),
                from(env, here),
                security,
                env.getProperty("vardrum.smtp.answer-within", Duration.class, Duration.ofSeconds(20)));
    }

    /** The sender's address; without a setting one that nobody reads, at this host. */
    static InternetAddress from(Environment env, String here) {
        var from = env.getProperty("vardrum.smtp.from", "");
        try {
            return new InternetAddress(from.isBlank() ? "no-reply@" + here : from.strip(), true);
        } catch (AddressException e) {
            throw new IllegalStateException("VARDRUM_SMTP_FROM is no e-mail address: " + from, e);
        }
    }

    /** Jakarta Mail's own names. */
    Properties properties() {
        var all = new Properties();
        var millis = String.valueOf(patience.toMillis());
        for (var kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) all.put(key(kind), millis);
        all.put(key("auth"), String.valueOf(!user.isBlank()));
        all.put(key("starttls.enable"), String.valueOf(security == Security.STARTTLS));
        all.put(key("starttls.required"), String.valueOf(security == Security.STARTTLS));
        all.put(key("ssl.checkserveridentity"), "true");
        all.put(key("quitwait"), "false"); // after its 250 nothing the server says matters
        all.put("mail.mime.charset", "UTF-8");
        return all;
    }

    String protocol() {
        return security == Security.TLS ? "smtps" : "smtp";
    }

    private String key(String name) {
        return "mail." + protocol() + "." + name;
    }

    private static Security security(String name) {
        try {
            return Security.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("VARDRUM_SMTP_TLS is STARTTLS, TLS or NONE, not " + name + ".", e);
        }
    }
}
