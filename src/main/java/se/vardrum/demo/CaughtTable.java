package se.vardrum.demo;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaughtTable {

    record Row(UUID id, int round, Instant at, byte[] sealed) {}

    private final JdbcClient sql;

    CaughtTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Once for each sending, however many attempts it takes. */
    void keep(UUID id, int round, Instant at, byte[] sealed) {
        sql.sql("""
                insert into caught_message (message_id, round, at, sealed) values (:id, :round, :at, :sealed)
                on conflict do nothing
                """)
                .param("id", id)
                .param("round", round)
                .param("at", Timestamp.from(at))
                .param("sealed", sealed)
                .update();
    }

    List<Row> newest(Optional<UUID> before, int limit) {
        return sql.sql("""
                select message_id, round, at, sealed from caught_message
                where :before::uuid is null
                   or (at, message_id) < (select at, message_id from caught_message
                                          where message_id = :before::uuid order by at limit 1)
                order by at desc, message_id desc limit :limit
                """)
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getObject("message_id", UUID.class),
                        row.getInt("round"),
                        row.getTimestamp("at").toInstant(),
                        row.getBytes("sealed")))
                .list();
    }
}
