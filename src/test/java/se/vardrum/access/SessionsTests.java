package se.vardrum.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@SpringBootTest
class SessionsTests {

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    JdbcClient sql;

    @Test
    void whenASessionWasUsedIsWrittenOnceAMinute() {
        var id = begin(sessions);
        var began = lastUse(id);

        use(sessions, id, Instant.ofEpochMilli(began).plusSeconds(59));
        assertThat(lastUse(id)).isEqualTo(began);

        use(sessions, id, Instant.ofEpochMilli(began).plusSeconds(60));
        assertThat(lastUse(id)).isEqualTo(began + 60_000);
    }

    @Test
    void aNewIdIsWrittenAtOnce() {
        var id = begin(sessions);
        var renewed = renew(sessions, id);
        assertThat(sessions.findById(id)).isNull();
        assertThat(sessions.findById(renewed)).isNotNull();
    }

    private static <S extends Session> String begin(SessionRepository<S> all) {
        var it = all.createSession();
        all.save(it);
        return it.getId();
    }

    private static <S extends Session> void use(SessionRepository<S> all, String id, Instant at) {
        var it = all.findById(id);
        it.setLastAccessedTime(at);
        all.save(it);
    }

    private static <S extends Session> String renew(SessionRepository<S> all, String id) {
        var it = all.findById(id);
        var renewed = it.changeSessionId();
        all.save(it);
        return renewed;
    }

    private long lastUse(String id) {
        return sql.sql("select last_access_time from spring_session where session_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
