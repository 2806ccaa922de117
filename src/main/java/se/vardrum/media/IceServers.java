package se.vardrum.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The TURN servers a member may use, with credentials that soon run out (coturn's use-auth-secret: the user name is the
 * expiry and an opaque id, the password its HMAC-SHA-1). Without VARDRUM_TURN_URLS there is none, and browsers connect
 * directly.
 */
@Component
public class IceServers {

    /** As RTCIceServer in the browser. */
    public record IceServer(List<String> urls, String username, String credential) {}

    /** A device check lasts a minute at most. */
    private static final Duration PROBE = Duration.ofSeconds(60);

    private final List<String> urls;
    private final byte[] secret;
    private final Duration lasts;
    private final Clock clock;

    IceServers(Environment env, Clock clock) throws IOException {
        this.urls = List.of(env.getProperty("vardrum.turn.urls", String[].class, new String[0]));
        var file = env.getProperty("vardrum.turn.secret-file", "");
        if (!urls.isEmpty() && file.isBlank()) {
            throw new IllegalStateException(
                    "VARDRUM_TURN_URLS needs VARDRUM_TURN_SECRET_FILE, coturn's static-auth-secret.");
        }
        this.secret = file.isBlank()
                ? new byte[0]
                : Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
        this.lasts = Duration.ofMinutes(env.getProperty("vardrum.turn.minutes", Integer.class, 120));
        this.clock = clock;
    }

    public List<IceServer> of(UUID member) {
        return of(lasts, member.toString());
    }

    /** For trying the way to the servers, by nobody in particular: another name each time, and good for a minute. */
    public List<IceServer> probe() {
        return of(PROBE, "probe-" + UUID.randomUUID());
    }

    private List<IceServer> of(Duration time, String who) {
        if (urls.isEmpty()) return List.of();
        var name = clock.instant().plus(time).getEpochSecond() + ":" + who;
        return List.of(new IceServer(urls, name, password(name)));
    }

    private String password(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
