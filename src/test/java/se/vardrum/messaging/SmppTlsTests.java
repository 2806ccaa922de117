package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the SMS gateway under TLS: only to the one whose certificate says so. */
class SmppTlsTests {

    private static final char[] PASSWORD = "tests only".toCharArray();

    @TempDir
    Path folder;

    SSLContext known;
    int port;
    SMPPServerSessionListener gateway;

    @BeforeEach
    void open() throws Exception {
        known = context();
        port = FakeGateway.freePort();
        gateway = new SMPPServerSessionListener(port, new Secured(known));
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try {
                    gateway.accept().waitForBind(5_000).accept("fake");
                } catch (Exception e) {
                    if (e instanceof java.net.SocketException && e.getMessage().contains("losed")) return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
    }

    @Test
    void aGatewayThatIsWhoItSaysGetsItsSession() throws Exception {
        try (var connection = new SmppConnection(settings("localhost"), null, known.getSocketFactory())) {
            assertThat(connection.bound().getSessionState().isBound()).isTrue();
        }
    }

    @Test
    void aCertificateNobodyVouchesForOrOfAnotherNameGetsNone() {
        var ordinary = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var connection = new SmppConnection(settings("localhost"), null, ordinary)) {
            assertThatThrownBy(connection::bound).isInstanceOf(IOException.class);
        }
        try (var connection = new SmppConnection(settings("127.0.0.1"), null, known.getSocketFactory())) {
            assertThatThrownBy(connection::bound).isInstanceOf(IOException.class);
        }
    }

    private SmppSettings settings(String host) {
        return new SmppSettings(
                host,
                port,
                "vardrum",
                "secret",
                "Vardrum",
                true,
                SmsParts.Alphabet.GSM7,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }

    /** A key for "localhost", and trust in it. */
    private SSLContext context() throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start()
                .waitFor();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        var trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private record Secured(SSLContext context) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) throws IOException {
            return new ServerSocketConnection(context.getServerSocketFactory().createServerSocket(port));
        }

        @Override
        public ServerConnection listen(int port, int timeout) throws IOException {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
            return listen(port);
        }
    }
}
