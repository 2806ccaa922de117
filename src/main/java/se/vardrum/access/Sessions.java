package se.vardrum.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept in the database (docs/decisions/0007). */
@Configuration(proxyBeanMethods = false)
class Sessions {

    /**
     * When a session was last used is written once a minute at most; otherwise every request would make one durable
     * commit more. An update that finds no row commits nothing.
     */
    private static final String UPDATE = """
            update %TABLE_NAME% as old
            set session_id = new.session_id, last_access_time = new.last_access_time,
                max_inactive_interval = new.max_inactive_interval, expiry_time = new.expiry_time,
                principal_name = new.principal_name
            from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time,
                         cast(? as int) as max_inactive_interval, cast(? as bigint) as expiry_time,
                         cast(? as varchar) as principal_name, cast(? as char(36)) as primary_id) as new
            where old.primary_id = new.primary_id
              and (old.last_access_time <= new.last_access_time - 60000
                   or old.session_id <> new.session_id
                   or old.max_inactive_interval <> new.max_inactive_interval
                   or old.principal_name is distinct from new.principal_name)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> seldom() {
        return it -> it.setUpdateSessionQuery(UPDATE);
    }
}
