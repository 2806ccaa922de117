package se.vardrum.demo;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.patient.PatientProfileId;

/** Which patients are the demo's own: only they can be signed in as without proof. */
@Repository
class DemoPersonTable {

    private static final int LOCK = 0x0DE40;

    private final JdbcClient sql;

    DemoPersonTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** One at a time, until the transaction ends. */
    void lock() {
        sql.sql("select 1 from pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Integer.class)
                .single();
    }

    boolean any() {
        return sql.sql("select exists (select from demo_person)")
                .query(Boolean.class)
                .single();
    }

    void note(PatientProfileId profile, boolean button) {
        sql.sql("insert into demo_person (profile_id, button) values (:profile, :button) on conflict do nothing")
                .param("profile", profile.value())
                .param("button", button)
                .update();
    }

    List<PatientProfileId> all() {
        return ids("select profile_id from demo_person order by position");
    }

    List<PatientProfileId> buttons() {
        return ids("select profile_id from demo_person where button order by position");
    }

    private List<PatientProfileId> ids(String query) {
        return sql.sql(query).query(UUID.class).list().stream()
                .map(PatientProfileId::new)
                .toList();
    }
}
