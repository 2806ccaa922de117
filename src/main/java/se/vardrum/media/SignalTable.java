package se.vardrum.media;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies on their way to a socket on another node; unlogged, since a call in progress outlives their loss. */
@Repository
class SignalTable {

    private final JdbcClient sql;

    SignalTable(JdbcClient sql) {
        this.sql = sql;
    }

    long put(UUID room, UUID to, String body) {
        return sql.sql("""
                with old as (delete from signal where at < now() - interval '1 minute')
                insert into signal (room, to_id, body) values (:room, :to, :body) returning id
                """)
                .param("room", room)
                .param("to", to)
                .param("body", body)
                .query(Long.class)
                .single();
    }

    Optional<String> take(long id) {
        return sql.sql("delete from signal where id = :id returning body")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
