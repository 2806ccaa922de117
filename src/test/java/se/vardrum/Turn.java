package se.vardrum;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real coturn on loopback, for tests of the way through it; it ends with the JVM. */
public final class Turn {

    private static final String SECRET = "north";

    public final int port;
    private final Process process;
    private final Path folder;

    public Turn() {
        try {
            port = free();
            folder = Files.createTempDirectory("turn");
            Files.writeString(folder.resolve("secret"), SECRET);
            Files.writeString(folder.resolve("turnserver.conf"), """
                    listening-ip=127.0.0.1
                    relay-ip=127.0.0.1
                    listening-port=%d
                    min-port=49160
                    max-port=49359
                    realm=visit.test
                    use-auth-secret
                    static-auth-secret=%s
                    fingerprint
                    no-cli
                    no-tls
                    no-dtls
                    no-multicast-peers
                    allow-loopback-peers
                    no-rfc5780
                    userdb=%2$s/db.sqlite
                    pidfile=%2$s/turn.pid
                    log-file=%2$s/turn.log
                    simple-log
                    """.replace("%2$s", folder.toString())
                    .formatted(port, SECRET));
            process = new ProcessBuilder(
                            "turnserver",
                            "-c",
                            folder.resolve("turnserver.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("no turnserver: bin/setup --test installs it", e);
        }
        await("coturn").until(this::answers);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The application's settings for it. */
    public void settings(DynamicPropertyRegistry properties) {
        properties.add("vardrum.turn.urls", () -> udp() + "," + tcp());
        properties.add(
                "vardrum.turn.secret-file", () -> folder.resolve("secret").toString());
    }

    public String udp() {
        return "turn:127.0.0.1:" + port + "?transport=udp";
    }

    public String tcp() {
        return "turn:127.0.0.1:" + port + "?transport=tcp";
    }

    /** The answer of our server, with other addresses or another expiry. */
    public static String servers(Instant until, boolean rightPassword, String... urls) {
        var name = until.getEpochSecond() + ":probe-test";
        var password = rightPassword ? password(name) : password("another");
        return """
                {"ice":[{"urls":["%s"],"username":"%s","credential":"%s"}]}
                """.formatted(String.join("\",\"", urls), name, password);
    }

    private static String password(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
