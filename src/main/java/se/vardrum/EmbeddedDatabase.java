package se.vardrum;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.vardrum.page.Site;

/** The default database: PostgreSQL inside the home folder, durable, for this process alone. */
@Configuration(proxyBeanMethods = false)
@Conditional(Site.Embedded.class)
class EmbeddedDatabase {

    /** A bean and no shutdown hook of its own, so that it closes after the pool and the scheduler that use it. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(Site site, Environment env) throws IOException {
        var home = site.home();
        Files.createDirectories(home);
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-program").toFile())
                .setPort(env.getProperty(
                        "vardrum.embedded-port", Integer.class, 15498)) // fixed: a start after kill -9 finds the orphan
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
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
        return server -> server.setAddress(java.net.InetAddress.getLoopbackAddress());
    }
}
