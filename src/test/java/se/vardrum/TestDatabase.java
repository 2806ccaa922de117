package se.vardrum;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One PostgreSQL a test JVM, a fresh database for each Spring context that names none: every context in the tests starts
 * through here (META-INF/spring.factories), as a demo on a database of its own.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable Path secret;
    private static int databases;
    private static final List<ConfigurableApplicationContext> USERS = new CopyOnWriteArrayList<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        USERS.add(context);
        var env = context.getEnvironment();
        if (!env.getProperty("vardrum.database.url", "").isBlank()) return;
        env.getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "vardrum.database.url", fresh(),
                                "vardrum.database.user", "postgres",
                                "vardrum.secret-file", secret(),
                                "vardrum.demo", env.getProperty("vardrum.test.demo", "true"))));
    }

    /** After every context: a scheduler whose database has gone waits half a minute for it. */
    private static void closeLast() {
        try {
            for (int i = 0; i < 500 && USERS.stream().anyMatch(ConfigurableApplicationContext::isActive); i++)
                Thread.sleep(20);
            if (postgres != null) postgres.close();
        } catch (IOException | InterruptedException e) {
            System.err.println("the tests' database did not close: " + e);
        }
    }

    /** The address of a new, empty database. */
    public static synchronized String fresh() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "400")
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::closeLast));
            }
            var name = "test" + ++databases;
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file with the secret of the tests. */
    public static synchronized String secret() {
        try {
            if (secret == null) {
                secret = Files.createTempFile("vardrum-test", ".secret");
                Files.writeString(secret, "dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBhdCBsZWFzdCwgbmV2ZXIgZWxzZXdoZXJl");
                secret.toFile().deleteOnExit();
            }
            return secret.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
