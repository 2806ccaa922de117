package se.vardrum.invitation;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.appointment.AppointmentId;

@Repository
class WrongTokenTable {

    /** Enough to know; no more is written, however many come. */
    static final int MOST = 1_000;

    private final JdbcClient sql;

    WrongTokenTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many from there since then. */
    int guesses(int address, Instant since) {
        return sql.sql("select attempts from wrong_token where address = :address and since = :since")
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** One more; a new stretch of time begins at one. */
    void guessed(int address, Instant since) {
        sql.sql("""
                insert into wrong_token (address, since, attempts) values (:address, :since, 1)
                on conflict (address) do update set
                  attempts = case when wrong_token.since = excluded.since then wrong_token.attempts + 1 else 1 end,
                  since = excluded.since
                """)
                .param("address", address)
                .param("since", Timestamp.from(since))
                .update();
    }

    int oldLinks(AppointmentId visit) {
        return sql.sql("select old_links from wrong_visit where appointment_id = :visit")
                .param("visit", visit.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void oldLink(AppointmentId visit) {
        count(visit, 1, 0);
    }

    void noPlace(AppointmentId visit) {
        count(visit, 0, 1);
    }

    /** Nothing for a visit that does not exist. */
    private void count(AppointmentId visit, int oldLinks, int noPlace) {
        sql.sql("""
                insert into wrong_visit (appointment_id, old_links, no_place)
                select id, :old, :no from appointment where id = :visit
                  and not exists (select from wrong_visit full_up where full_up.appointment_id = :visit
                                  and full_up.old_links + full_up.no_place >= :most)
                on conflict (appointment_id) do update set
                  old_links = wrong_visit.old_links + excluded.old_links, no_place = wrong_visit.no_place + excluded.no_place
                """)
                .param("visit", visit.value())
                .param("old", oldLinks)
                .param("no", noPlace)
                .param("most", MOST)
                .update();
    }
}
