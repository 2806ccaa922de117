package se.vardrum.invitation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.vardrum.access.Secret;
import se.vardrum.appointment.AppointmentId;

/**
 * Counts links that are wrong, by address and by visit: docs/decisions/0018. Asked only when a token has turned out to be
 * none, so nobody with a right link ever meets it.
 */
@Component
public class WrongTokens {

    /** So many old links tried: staff should know. */
    private static final int MANY = 10;

    private static final int NETWORK = 8; // bytes of an IPv6 address that one household or company has

    private final WrongTokenTable table;
    private final Secret secret;
    private final Clock clock;
    private final int most;
    private final Duration within;

    WrongTokens(WrongTokenTable table, Secret secret, Clock clock, Environment env) {
        this.table = table;
        this.secret = secret;
        this.clock = clock;
        this.most = env.getProperty("vardrum.wrong-links.most", Integer.class, 30);
        this.within = env.getProperty("vardrum.wrong-links.within", Duration.class, Duration.ofMinutes(10));
    }

    /** One more guess from there; true when there have been so many that this one only hears "wait". */
    boolean guessed(String address) {
        int from = bucket(address);
        var since = since();
        if (table.guesses(from, since) >= most) return true; // counted enough: a flood writes nothing
        table.guessed(from, since);
        return false;
    }

    /** A link to that visit that no longer is one. */
    void oldLink(AppointmentId visit) {
        table.oldLink(visit);
    }

    /** Somebody without a place there wanted to listen. */
    public void noPlace(AppointmentId visit) {
        table.noPlace(visit);
    }

    /** True when old links to this visit have been tried so often that the link in use may have spread. */
    public boolean many(AppointmentId visit) {
        return table.oldLinks(visit) >= MANY;
    }

    private Instant since() {
        long stretch = within.toMillis();
        return Instant.ofEpochMilli(clock.millis() / stretch * stretch);
    }

    /** 16 bits of an HMAC: cannot be turned back, and two addresses that share them share only the refusal of wrong links. */
    private int bucket(String address) {
        var sign = secret.sign("wrong-token", network(address));
        return (sign[0] & 0xff) << 8 | sign[1] & 0xff;
    }

    /** Of an IPv6 address only the network: whoever has one has all of it. */
    private static byte[] network(String address) {
        if (!address.matches("[0-9a-fA-F:.]+")) return address.getBytes(StandardCharsets.UTF_8);
        try {
            var bytes = InetAddress.getByName(address).getAddress(); // digits only, so nobody is asked for a name
            return bytes.length == 16 ? Arrays.copyOf(bytes, NETWORK) : bytes;
        } catch (UnknownHostException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
