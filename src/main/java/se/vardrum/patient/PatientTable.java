package se.vardrum.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PatientTable {

    /** To one with protected identity, patient or proxy, automatic messages go only to a number registered for that use. */
    static final String COLUMNS = """
            select f.id, f.person_id, p.first_name, p.last_name, p.birth_date, i.system, i.value,
              case when f.mobile_registered or not (p.protected_identity or exists (
                select from person through where through.id = f.proxy_id and through.protected_identity))
              then f.mobile end as mobile,
              f.email, f.language, p.protected_identity, f.proxy_id, f.made_by_staff, f.cannot_sign_in,
              p.interpreter_kind, p.interpreter_language
            """;

    private final JdbcClient sql;

    PatientTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Not {@link #profiles} of one: PostgreSQL plans "= any" anew each time, which takes longer than the look itself. */
    Optional<PatientProfile> profile(PatientProfileId id) {
        return sql.sql(COLUMNS + """
                from patient_profile f
                join person p on p.id = f.person_id
                join person_identifier i on i.person_id = p.id and i.current
                where f.id = :id
                """)
                .param("id", id.value())
                .query(PatientTable::profile)
                .optional();
    }

    List<PatientProfile> profiles(Collection<PatientProfileId> ids) {
        return sql.sql(COLUMNS + """
                from patient_profile f
                join person p on p.id = f.person_id
                join person_identifier i on i.person_id = p.id and i.current
                where f.id = any (:ids)
                order by p.last_name collate "sv-x-icu", p.first_name collate "sv-x-icu", f.id
                """)
                .param("ids", ids.stream().map(PatientProfileId::value).toArray(UUID[]::new))
                .query(PatientTable::profile)
                .list();
    }

    Optional<LocalDate> born(PersonId person) {
        return sql.sql("select birth_date from person where id = :id")
                .param("id", person.value())
                .query(LocalDate.class)
                .optional();
    }

    Optional<PatientProfile> ownOf(PersonId person) {
        return sql.sql(COLUMNS + """
                from patient_profile f
                join person p on p.id = f.person_id
                join person_identifier i on i.person_id = p.id and i.current
                where f.person_id = :person and f.kind = 'OWN'
                """)
                .param("person", person.value())
                .query(PatientTable::profile)
                .optional();
    }

    /** The own one first; one through a proxy only while that proxy may act on this day. */
    List<PatientProfile> all(PersonId person, LocalDate day) {
        return sql.sql(COLUMNS + """
                from patient_profile f
                join person p on p.id = f.person_id
                join person_identifier i on i.person_id = p.id and i.current
                where f.person_id = :person
                  and (f.proxy_id is null or exists (
                    select from proxy x
                    where x.person_id = f.person_id and x.proxy_id = f.proxy_id
                      and not x.barred and (x.until is null or x.until >= :day)))
                order by f.kind, f.id
                """)
                .param("person", person.value())
                .param("day", day)
                .query(PatientTable::profile)
                .list();
    }

    static PatientProfile profile(ResultSet row, int number) throws SQLException {
        var proxy = row.getObject("proxy_id", UUID.class);
        var identity = new IdentityNumber(NumberKind.of(row.getString("system")), row.getString("value"));
        var interpreter = row.getString("interpreter_kind");
        return new PatientProfile(
                new PatientProfileId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class),
                identity.shown(),
                row.getString("mobile"),
                row.getString("email"),
                row.getString("language"),
                row.getBoolean("protected_identity"),
                proxy == null ? null : new PersonId(proxy),
                row.getBoolean("made_by_staff"),
                row.getBoolean("cannot_sign_in"),
                !identity.kind().registered(),
                interpreter == null
                        ? null
                        : new Interpreter(
                                Interpreter.Kind.valueOf(interpreter), row.getString("interpreter_language")));
    }
}
