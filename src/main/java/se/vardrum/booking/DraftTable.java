package se.vardrum.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.PatientProfileId;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftTable {

    private static final String COLUMNS =
            "select id, owner_id, profile_id, visit_type, step, content, changed_at from draft ";

    private final JdbcClient sql;
    private final JsonMapper json;

    DraftTable(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(Draft it) {
        sql.sql("""
                insert into draft (id, owner_id, profile_id, visit_type, content, step, created_at, changed_at)
                values (:id, :owner, :profile, :type, :content::jsonb, :step, :now, :now)
                """)
                .param("id", it.id().value())
                .param("owner", it.owner().value())
                .param("profile", it.profile().value())
                .param("type", it.type())
                .param("content", json.writeValueAsString(it.content()))
                .param("step", it.step().name())
                .param("now", Timestamp.from(it.changed()))
                .update();
    }

    Optional<Draft> find(DraftId id, PractitionerRoleId owner) {
        return sql.sql(COLUMNS + "where id = :id and owner_id = :owner")
                .param("id", id.value())
                .param("owner", owner.value())
                .query(this::draft)
                .optional();
    }

    /** Holds the row until the transaction ends, so that two tabs' changes come one after the other. */
    Optional<Draft> findForChange(DraftId id, PractitionerRoleId owner) {
        return sql.sql(COLUMNS + "where id = :id and owner_id = :owner for update")
                .param("id", id.value())
                .param("owner", owner.value())
                .query(this::draft)
                .optional();
    }

    List<Draft> of(PractitionerRoleId owner, int limit) {
        return sql.sql(COLUMNS + "where owner_id = :owner order by changed_at desc limit :limit")
                .param("owner", owner.value())
                .param("limit", limit)
                .query(this::draft)
                .list();
    }

    /** One that was begun for this patient and never written in. */
    Optional<Draft> untouched(PractitionerRoleId owner, PatientProfileId profile, String type) {
        return sql.sql(COLUMNS + """
                where owner_id = :owner and profile_id = :profile and visit_type = :type and changed_at = created_at
                limit 1
                """)
                .param("owner", owner.value())
                .param("profile", profile.value())
                .param("type", type)
                .query(this::draft)
                .optional();
    }

    void update(DraftId id, Draft.Step step, Draft.Content content, Instant now) {
        sql.sql("update draft set step = :step, content = :content::jsonb, changed_at = :now where id = :id")
                .param("id", id.value())
                .param("step", step.name())
                .param("content", json.writeValueAsString(content))
                .param("now", Timestamp.from(now))
                .update();
    }

    void update(DraftId id, PatientProfileId profile, String type) {
        sql.sql("update draft set profile_id = :profile, visit_type = :type where id = :id")
                .param("id", id.value())
                .param("profile", profile.value())
                .param("type", type)
                .update();
    }

    boolean delete(DraftId id, PractitionerRoleId owner) {
        return sql.sql("delete from draft where id = :id and owner_id = :owner")
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                new PractitionerRoleId(row.getObject("owner_id", UUID.class)),
                new PatientProfileId(row.getObject("profile_id", UUID.class)),
                row.getString("visit_type"),
                Draft.Step.valueOf(row.getString("step")),
                json.readValue(row.getString("content"), Draft.Content.class),
                row.getTimestamp("changed_at").toInstant());
    }
}
