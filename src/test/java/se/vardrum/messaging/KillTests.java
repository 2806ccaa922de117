package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Vardrum;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.FakeGateway.Sms;

/** Real processes on one database, killed with the hardest of signals while they send. This one books and never sends. */
@SpringBootTest(properties = {"vardrum.test.demo=false", "db-scheduler.enabled=false", "vardrum.url=http://localhost"})
class KillTests {

    static final FakeGateway GATEWAY = new FakeGateway();
    static final Duration PATIENCE = Duration.ofSeconds(120);

    @Autowired
    ApplicationContext app;

    @Autowired
    Environment env;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient sql;

    @TempDir
    Path home;

    final List<Process> nodes = new ArrayList<>();

    @AfterEach
    void end() {
        nodes.forEach(Process::destroyForcibly);
        GATEWAY.close();
    }

    @Test
    void aNodeKilledWithABookingUnsentLosesNothingAndTheNextOneSendsOnce() throws Exception {
        var practice = new Practice(app);
        var visits = List.of(practice.book(Practice.MOBILE), practice.book(null, Practice.karin()));
        var held = new CountDownLatch(3); // one message of each visit: one part, and the first of two
        GATEWAY.manner = (asked, number) -> {
            if (held.getCount() == 1) return FakeGateway.DECIMAL.take(asked, number);
            held.countDown();
            try {
                new CountDownLatch(1).await(); // until the one who asks has been killed
            } catch (InterruptedException e) {
                // the connection is gone
            }
            throw new org.jsmpp.extra.ProcessRequestException("gone", 8);
        };
        GATEWAY.open();

        var first = node();
        await().atMost(PATIENCE).until(() -> held.getCount() == 1);
        first.destroyForcibly().waitFor();
        assertThat(GATEWAY.acknowledged).isEmpty();
        for (var it : visits)
            assertThat(deliveries.of(it)).extracting(Delivery::state).containsOnly(State.DUE);

        node();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(visits)
                        .allSatisfy(it -> assertThat(deliveries.of(it))
                                .extracting(Delivery::state)
                                .containsOnly(State.SENT)));
        assertThat(GATEWAY.acknowledged)
                .extracting(Sms::to, Sms::part)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("46701740605", 1),
                        org.assertj.core.api.Assertions.tuple("46701740606", 1),
                        org.assertj.core.api.Assertions.tuple("46701740606", 2));
        await().atMost(PATIENCE)
                .until(() -> sql.sql("select count(*) from scheduled_tasks")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** The product itself, in a process of its own, on this test's database and gateway. */
    private Process node() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var log = Files.createTempFile(home, "node", ".log").toFile();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Vardrum.class.getName(),
                        "--server.port=0",
                        "--vardrum.url=http://localhost",
                        "--vardrum.demo=false",
                        "--vardrum.database.url=" + env.getProperty("vardrum.database.url"),
                        "--vardrum.database.user=postgres",
                        "--vardrum.secret-file=" + env.getProperty("vardrum.secret-file"),
                        "--vardrum.smpp.host=127.0.0.1",
                        "--vardrum.smpp.port=" + GATEWAY.port,
                        "--vardrum.smpp.answer-within=60s",
                        "--db-scheduler.heartbeat-interval=1s",
                        "--db-scheduler.polling-interval=200ms")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        nodes.add(process);
        if (process.waitFor(1, TimeUnit.SECONDS)) throw new AssertionError(Files.readString(log.toPath()));
        return process;
    }
}
