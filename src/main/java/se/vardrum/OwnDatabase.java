package se.vardrum;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.vardrum.page.CannotStart;

/** A PostgreSQL of one's own, named by VARDRUM_DATABASE_URL, _USER and _PASSWORD_FILE. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${vardrum.database.url:}' != ''")
class OwnDatabase {

    @Bean
    HikariDataSource dataSource(Environment env) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(env.getRequiredProperty("vardrum.database.url"));
        pool.setUsername(env.getProperty("vardrum.database.user", "vardrum"));
        var passwordFile = env.getProperty("vardrum.database.password-file", "");
        if (!passwordFile.isBlank()) pool.setPassword(password(Path.of(passwordFile)));
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // the detail of an error holds people's data
        pool.setConnectionTimeout(5_000);
        pool.setMaximumPoolSize(env.getProperty("vardrum.database.connections", Integer.class, 20));
        reach(pool);
        return pool;
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " named by VARDRUM_DATABASE_PASSWORD_FILE cannot be read.", e);
        }
    }

    private static void reach(HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            connection.isValid(5);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            var cause = e.getCause() == null ? e : e.getCause();
            throw new CannotStart(
                    "The database named by VARDRUM_DATABASE_URL cannot be used: " + cause.getMessage(), e);
        }
    }
}
