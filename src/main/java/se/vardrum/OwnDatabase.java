package se.vardrum;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A PostgreSQL of one's own, named by VARDRUM_DATABASE_URL, _USER and _PASSWORD_FILE. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${vardrum.database.url:}' != ''")
class OwnDatabase {

    @Bean
    HikariDataSource dataSource(Environment env) throws IOException {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(env.getRequiredProperty("vardrum.database.url"));
        pool.setUsername(env.getProperty("vardrum.database.user", "vardrum"));
        var passwordFile = env.getProperty("vardrum.database.password-file", "");
        if (!passwordFile.isBlank())
            pool.setPassword(Files.readString(Path.of(passwordFile)).strip());
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // the detail of an error holds people's data
        pool.setConnectionTimeout(5_000);
        pool.setMaximumPoolSize(env.getProperty("vardrum.database.connections", Integer.class, 20));
        return pool;
    }
}
