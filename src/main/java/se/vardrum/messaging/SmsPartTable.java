package se.vardrum.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class SmsPartTable {

    /** A part that was sent and whose message waits for its receipts. */
    record Open(UUID message, int part, String providerId, String sentTo) {}

    /** What a receipt told: which message, from which number, how it went. */
    record Receipt(String providerId, String sender, boolean delivered) {}

    private final JdbcClient sql;
    private final TransactionTemplate alone;

    SmsPartTable(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How many parts of this text have been acknowledged; parts of another text are forgotten. */
    int acknowledged(UUID message, byte[] digest) {
        return alone.execute(status -> {
            sql.sql("delete from sms_part where message_id = :message and digest <> :digest")
                    .param("message", message)
                    .param("digest", digest)
                    .update();
            return sql.sql("select count(*) from sms_part where message_id = :message")
                    .param("message", message)
                    .query(Integer.class)
                    .single();
        });
    }

    /** Committed at once, whatever becomes of the rest. */
    void add(UUID message, int part, byte[] digest, String providerId, String sentTo) {
        alone.executeWithoutResult(status -> {
            sql.sql("set local synchronous_commit to on").update();
            sql.sql("""
                    insert into sms_part (message_id, part, digest, provider_id, sent_to)
                    values (:message, :part, :digest, :id, :to)
                    """)
                    .param("message", message)
                    .param("part", part)
                    .param("digest", digest)
                    .param("id", ProviderId.plain(providerId))
                    .param("to", sentTo)
                    .update();
        });
    }

    List<String> providerIds(UUID message) {
        return sql.sql("select provider_id from sms_part where message_id = :message")
                .param("message", message)
                .query(String.class)
                .list();
    }

    /** Parts under any of these ids whose message has no end yet, newest first. */
    List<Open> open(Collection<String> providerIds) {
        return sql.sql("""
                select p.message_id, p.part, p.provider_id, p.sent_to
                from sms_part p join message m on m.id = p.message_id
                where p.provider_id in (:ids) and m.state in ('DUE', 'SENT')
                order by p.message_id desc
                """).param("ids", providerIds).query(SmsPartTable::open).list();
    }

    void outcome(Open part, boolean delivered) {
        sql.sql("update sms_part set outcome = :outcome where message_id = :message and part = :part")
                .param("outcome", delivered ? "DELIVERED" : "FAILED")
                .param("message", part.message())
                .param("part", part.part())
                .update();
    }

    /** Keeps a receipt until its part is found; those nobody asked for go after a week. */
    void keep(Receipt it, Instant now) {
        sql.sql("delete from sms_receipt where at < :old")
                .param("old", Timestamp.from(now.minus(Duration.ofDays(7))))
                .update();
        sql.sql("""
                insert into sms_receipt (provider_id, sender, delivered, at) values (:id, :sender, :delivered, :at)
                on conflict (provider_id, sender) do update set delivered = excluded.delivered, at = excluded.at
                """)
                .param("id", it.providerId())
                .param("sender", it.sender())
                .param("delivered", it.delivered())
                .param("at", Timestamp.from(now))
                .update();
    }

    List<Receipt> kept(Collection<String> providerIds) {
        return sql.sql("select provider_id, sender, delivered from sms_receipt where provider_id in (:ids)")
                .param("ids", providerIds)
                .query(Receipt.class)
                .list();
    }

    void done(Receipt it) {
        sql.sql("delete from sms_receipt where provider_id = :id and sender = :sender")
                .param("id", it.providerId())
                .param("sender", it.sender())
                .update();
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("message_id", UUID.class),
                row.getInt("part"),
                row.getString("provider_id"),
                row.getString("sent_to"));
    }
}
