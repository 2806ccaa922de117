package se.vardrum.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.vardrum.page.Site;

/** Which way out each medium has here: a real one when it is set, else the demo's page, else none. */
@Configuration(proxyBeanMethods = false)
class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    /** The two ways; closed with the application. */
    record Both(Channel sms, Channel email) implements AutoCloseable {
        Channel of(Medium medium) {
            return medium == Medium.SMS ? sms : email;
        }

        @Override
        public void close() {
            if (sms instanceof SmsChannel real) real.close();
        }
    }

    @Bean(destroyMethod = "close")
    Both bothChannels(
            Environment env, Site site, Clock clock, SmsPartTable parts, Receipts receipts, Optional<Catcher> catcher)
            throws IOException {
        Channel otherwise = catcher.<Channel>map(Channel.Caught::new).orElseGet(Channel.None::new);
        var smpp = SmppSettings.of(env);
        var smtp = SmtpSettings.of(env, CalendarFile.host(site));
        if (otherwise instanceof Channel.None && (smpp == null || smtp == null))
            LOG.warn(
                    "No way out for {}: set VARDRUM_SMPP_HOST and VARDRUM_SMTP_HOST (see the README).",
                    smpp != null ? "e-mail" : smtp != null ? "SMS" : "SMS and e-mail");
        return new Both(
                smpp == null
                        ? otherwise
                        : new SmsChannel(
                                smpp,
                                new SmppConnection(smpp, receipts, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                                parts,
                                clock),
                smtp == null ? otherwise : new EmailChannel(smtp, CalendarFile.host(site), clock));
    }

    /** The password in a file; empty without one. */
    static String password(Environment env, String property) throws IOException {
        var file = env.getProperty(property, "");
        return file.isBlank() ? "" : Files.readString(Path.of(file)).strip();
    }
}
