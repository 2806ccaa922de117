package se.vardrum.patient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A register's gateway on loopback, with a certificate that a tool of the JDK makes; it says what the test wants. */
class FakeRegister implements AutoCloseable {

    /** What a test lets it answer. */
    interface Handler {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    record Seen(String path, String authorization, String body) {}

    private static final char[] PASSWORD = "tests only".toCharArray();

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    volatile Handler handler = status(404);
    private final Path folder;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FakeRegister(Path folder, String host, boolean clientMustShowCertificate) throws Exception {
        this.folder = folder;
        keys("server", host);
        server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        var context = context();
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var ssl = new SSLParameters();
                ssl.setNeedClientAuth(clientMustShowCertificate);
                parameters.setSSLParameters(ssl);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            seen.add(new Seen(
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            try (exchange) {
                handler.answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static Handler json(String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Handler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/persons";
    }

    /** The certificate of whoever stands there as PEM. */
    Path certificate(String of) {
        return folder.resolve(of + ".pem");
    }

    /** Makes a key and its certificate, as PKCS 12 and, of the certificate and key, as PEM. */
    void keys(String name, String host) throws Exception {
        if (Files.exists(certificate(name))) return; // making one takes half a second
        var store = folder.resolve(name + ".p12").toString();
        var password = new String(PASSWORD);
        run(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                password);
        var keys = load(name);
        Files.writeString(
                certificate(name), pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
        Files.writeString(
                folder.resolve(name + ".key"),
                pem("PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(kind, java.util.Base64.getMimeEncoder().encodeToString(content));
    }

    private static void run(String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private KeyStore load(String name) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** Shows the own certificate, and trusts the client's that lies beside it. */
    private SSLContext context() throws Exception {
        keys("client", "vardrum");
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(load("server"), PASSWORD);
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("client", load("client").getCertificate("client"));
        var trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
