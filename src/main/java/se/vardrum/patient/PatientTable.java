package se.vardrum.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PatientTable {

    /** To one with protected identity automatic messages go only to a number registered for that use. */
    private static final String COLUMNS = """
            select f.id, f.person_id, p.first_name, p.last_name, p.birth_date, i.value,
              case when not p.protected_identity or f.mobile_registered then f.mobile end as mobile,
              f.email, f.language, p.protected_identity, f.proxy_id, f.made_by_staff
            """;

    private final JdbcClient sql;

    PatientTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nobody with protected identity; the longest word goes through the trigram index. */
    List<PatientProfile> named(List<String> words, int limit) {
        return sql.sql(COLUMNS + """
                from person p
                join person_identifier i on i.person_id = p.id and i.current
                join patient_profile f on f.person_id = p.id
                cross join lateral (select name_words(p.last_name, p.first_name) as turned,
                                           name_words(p.last_name, '') as last,
                                           ' ' || replace(folded(:typed), ' ', '% ') || '%' as ordered) n
                where not p.protected_identity
                  and p.sought like '% ' || folded(:longest) || '%'
                  and p.sought like all (select '% ' || folded(word) || '%' from unnest(:words) word)
                order by case when p.sought = ' ' || folded(:typed) || ' ' or n.turned = ' ' || folded(:typed) || ' ' then 0
                              when n.last like ' ' || folded(:typed) || ' %' then 1
                              else 2 end,
                         (select count(*) from unnest(:words) word where p.sought like '% ' || folded(word) || ' %') desc,
                         p.sought like n.ordered desc, n.turned like n.ordered desc,
                         p.last_name collate "sv-x-icu", p.first_name collate "sv-x-icu", p.birth_date, f.id
                limit :limit
                """)
                .param(
                        "longest",
                        words.stream()
                                .max(Comparator.comparingInt(String::length))
                                .orElseThrow())
                .param("words", words.toArray(String[]::new))
                .param("typed", String.join(" ", words))
                .param("limit", limit)
                .query(PatientTable::profile)
                .list();
    }

    /** Also by a number the person had before. */
    List<PatientProfile> withNumber(List<String> values) {
        return sql.sql(COLUMNS + """
                from person_identifier typed
                join person p on p.id = typed.person_id
                join person_identifier i on i.person_id = p.id and i.current
                join patient_profile f on f.person_id = p.id
                where typed.value = any (:values)
                order by p.birth_date desc, f.kind, f.id
                """)
                .param("values", values.toArray(String[]::new))
                .query(PatientTable::profile)
                .list();
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

    /** Whose profile it was, or nothing when there is none. */
    Optional<PersonId> mobile(PatientProfileId profile, String e164) {
        return sql.sql(
                        "update patient_profile set mobile = :mobile, mobile_registered = true where id = :id returning person_id")
                .param("mobile", e164)
                .param("id", profile.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    private static PatientProfile profile(ResultSet row, int number) throws SQLException {
        var proxy = row.getObject("proxy_id", UUID.class);
        return new PatientProfile(
                new PatientProfileId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class),
                IdentityNumber.shown(row.getString("value")),
                row.getString("mobile"),
                row.getString("email"),
                row.getString("language"),
                row.getBoolean("protected_identity"),
                proxy == null ? null : new PersonId(proxy),
                row.getBoolean("made_by_staff"));
    }
}
