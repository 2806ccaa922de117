package se.vardrum.patient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.core.env.Environment;
import se.vardrum.page.CannotStart;

/**
 * How to reach the register's gateway (VARDRUM_REGISTER_… in the README).
 *
 * @param token sent as a bearer's; empty: none
 * @param answerWithin how long one try may take, from connecting to the last byte
 * @param patience how long somebody waits for all tries together
 * @param pause before the second try; it doubles
 * @param rest how long a register that keeps failing is left alone
 */
record RegisterSettings(
        URI url,
        String token,
        SSLContext tls,
        Duration answerWithin,
        Duration patience,
        Duration pause,
        Duration rest) {

    /** Null when no register is set. */
    static @Nullable RegisterSettings of(Environment env) throws IOException {
        var url = env.getProperty("vardrum.register.url", "").strip();
        if (url.isEmpty()) return null;
        return new RegisterSettings(
                https(url),
                token(env.getProperty("vardrum.register.token-file", "")),
                tls(env),
                env.getProperty("vardrum.register.answer-within", Duration.class, Duration.ofMillis(1500)),
                env.getProperty("vardrum.register.patience", Duration.class, Duration.ofSeconds(3)),
                env.getProperty("vardrum.register.pause", Duration.class, Duration.ofMillis(150)),
                env.getProperty("vardrum.register.rest", Duration.class, Duration.ofSeconds(30)));
    }

    private static URI https(String url) {
        try {
            var address = URI.create(url);
            if ("https".equals(address.getScheme()) && address.getHost() != null) return address;
        } catch (IllegalArgumentException e) {
            throw new CannotStart("VARDRUM_REGISTER_URL is no address: " + url, e);
        }
        throw new CannotStart("VARDRUM_REGISTER_URL must be an https address, not " + url + ".");
    }

    private static String token(String file) throws IOException {
        return file.isBlank() ? "" : Files.readString(Path.of(file)).strip();
    }

    private static SSLContext tls(Environment env) {
        var certificate = env.getProperty("vardrum.register.certificate-file", "");
        var key = env.getProperty("vardrum.register.key-file", "");
        var trusted = env.getProperty("vardrum.register.trust-file", "");
        if (certificate.isBlank() != key.isBlank())
            throw new CannotStart("VARDRUM_REGISTER_CERTIFICATE_FILE and _KEY_FILE belong together: set both.");
        try {
            var own = certificate.isBlank()
                    ? null
                    : PemSslStoreDetails.forCertificates(pem(certificate)).withPrivateKey(pem(key));
            var theirs = trusted.isBlank() ? null : PemSslStoreDetails.forCertificates(pem(trusted));
            return SslBundle.of(new PemSslStoreBundle(own, theirs)).createSslContext();
        } catch (IOException | RuntimeException e) {
            throw new CannotStart(
                    "The files named by VARDRUM_REGISTER_CERTIFICATE_FILE, _KEY_FILE and _TRUST_FILE must be readable and"
                            + " PEM.",
                    e);
        }
    }

    private static String pem(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
