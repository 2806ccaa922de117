package se.vardrum;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.vardrum.page.CannotStart;
import se.vardrum.page.Site;

/** The default database: PostgreSQL inside the home folder, durable, for this process alone. */
@Configuration(proxyBeanMethods = false)
@Conditional(Site.Embedded.class)
class EmbeddedDatabase {

    /** A bean and no shutdown hook of its own, so that it closes after the pool and the scheduler that use it. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(Site site, Environment env) {
        var home = site.home();
        var data = home.resolve("postgres");
        try {
            Files.createDirectories(home);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            home.resolve("postgres-program").toFile())
                    .setPort(port(data, env.getProperty("vardrum.embedded-port", Integer.class, 15498)))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .start();
        } catch (IllegalStateException e) {
            if (!String.valueOf(e.getMessage()).startsWith("could not lock")) throw e;
            throw new CannotStart("Another Vårdrum already runs on " + home
                    + ": stop it first, or give this one a folder of its own in VARDRUM_HOME.");
        } catch (IOException e) {
            throw new CannotStart(
                    "The database in " + home + " does not start (" + e.getMessage()
                            + "): see that the folder can be written by the user who starts Vårdrum and that the disk is not full.",
                    e);
        }
    }

    /**
     * A Vårdrum that was killed leaves its PostgreSQL running; that one is taken over on the port it has. Otherwise any
     * free port does. It is asked for its folder, so that nobody takes another home's database for the own.
     */
    private static int port(Path data, int usual) throws IOException {
        var running = data.resolve("postmaster.pid");
        if (Files.exists(running)) {
            var lines = Files.readAllLines(running);
            if (lines.size() > 3 && serves(lines.get(3).strip(), data))
                return Integer.parseInt(lines.get(3).strip());
        }
        for (int wanted : new int[] {usual, 0}) {
            try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one: 0 is whichever is free
            }
        }
        throw new IOException("no free port");
    }

    private static boolean serves(String port, Path data) {
        var url = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&connectTimeout=2&socketTimeout=5";
        // What was killed in the middle of a burst may first have to recover.
        for (int attempt = 0; attempt < 60; attempt++) {
            try (var connection = DriverManager.getConnection(url);
                    var answer = connection.createStatement().executeQuery("show data_directory")) {
                answer.next();
                return Files.isSameFile(Path.of(answer.getString(1)), data);
            } catch (SQLException e) {
                if (!"57P03".equals(e.getSQLState())) return false; // "the database system is starting up"
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }

    @Bean
    HikariDataSource dataSource(EmbeddedPostgres postgres, Environment env) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // the detail of an error holds people's data
        pool.setConnectionTimeout(5_000);
        pool.setMaximumPoolSize(env.getProperty("vardrum.database.connections", Integer.class, 20));
        return pool;
    }

    /** Demo people and a demo sign-in are for the one at this computer. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackOnly() {
        return server -> server.setAddress(InetAddress.getLoopbackAddress());
    }
}
