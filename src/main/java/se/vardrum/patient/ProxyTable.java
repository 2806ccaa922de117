package se.vardrum.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Barred ones, and those of a child with protected identity, are left out of every answer, so that no caller can show or
 * reach them by mistake.
 */
@Repository
class ProxyTable {

    private static final String COLUMNS = """
            select x.proxy_id, p.first_name, p.last_name, x.until, p.protected_identity, child.birth_date as born,
                   coalesce(case when not p.protected_identity or through.mobile_registered then through.mobile end,
                            case when not p.protected_identity or own.mobile_registered then own.mobile end) as mobile,
                   coalesce(through.language, own.language, 'sv') as language
            from proxy x
            join person p on p.id = x.proxy_id
            join person child on child.id = x.person_id
            left join patient_profile through on through.person_id = x.person_id and through.proxy_id = x.proxy_id
            left join patient_profile own on own.person_id = x.proxy_id and own.kind = 'OWN'
            where not x.barred and not child.protected_identity and (x.until is null or x.until >= :day)
            """;

    private final JdbcClient sql;

    ProxyTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** With the child's day of birth, which ends the right too. */
    record Row(Proxy proxy, LocalDate born) {}

    List<Row> of(PersonId child, LocalDate day) {
        return sql.sql(COLUMNS + "and x.person_id = :child order by p.last_name, p.first_name, p.id")
                .param("child", child.value())
                .param("day", day)
                .query(ProxyTable::row)
                .list();
    }

    /** Those of these rights that stand, in one statement, each with the child's day of birth. */
    Map<Proxies.Right, LocalDate> standing(Collection<Proxies.Right> asked) {
        var standing = new HashMap<Proxies.Right, LocalDate>();
        if (asked.isEmpty()) return standing;
        sql.sql("""
                select asked.proxy, asked.child, asked.day, child.birth_date as born
                from unnest(:proxies, :children, cast(:days as date[])) asked (proxy, child, day)
                join proxy x on x.proxy_id = asked.proxy and x.person_id = asked.child
                join person child on child.id = asked.child
                where not x.barred and not child.protected_identity and (x.until is null or x.until >= asked.day)
                """)
                .param("proxies", asked.stream().map(it -> it.proxy().value()).toArray(UUID[]::new))
                .param("children", asked.stream().map(it -> it.child().value()).toArray(UUID[]::new))
                .param("days", asked.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .query(row -> {
                    standing.put(
                            new Proxies.Right(
                                    new PersonId(row.getObject("proxy", UUID.class)),
                                    new PersonId(row.getObject("child", UUID.class)),
                                    row.getObject("day", LocalDate.class)),
                            row.getObject("born", LocalDate.class));
                });
        return standing;
    }

    /** A child of this proxy's, with the day of birth that ends the right. */
    record Child(PersonId id, String name, LocalDate birthDate) {}

    List<Child> children(PersonId proxy, LocalDate day) {
        return sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.birth_date
                from proxy x join person p on p.id = x.person_id
                where x.proxy_id = :proxy and not x.barred and (x.until is null or x.until >= :day)
                  and not p.protected_identity
                order by p.birth_date, p.first_name, p.id
                """)
                .param("proxy", proxy.value())
                .param("day", day)
                .query((row, n) -> new Child(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("birth_date", LocalDate.class)))
                .list();
    }

    /** Who was barred stays so, whatever a register says. */
    void add(PersonId child, PersonId proxy, java.sql.Timestamp now) {
        sql.sql("""
                insert into proxy (person_id, proxy_id, since) values (:child, :proxy, :now)
                on conflict (person_id, proxy_id) do update set until = null
                """)
                .param("child", child.value())
                .param("proxy", proxy.value())
                .param("now", now)
                .update();
    }

    boolean end(PersonId child, PersonId proxy, LocalDate lastDay) {
        return sql.sql("update proxy set until = :day where person_id = :child and proxy_id = :proxy")
                        .param("child", child.value())
                        .param("proxy", proxy.value())
                        .param("day", lastDay)
                        .update()
                == 1;
    }

    boolean bar(PersonId child, PersonId proxy, boolean barred) {
        return sql.sql("""
                update proxy set barred = :barred where person_id = :child and proxy_id = :proxy and barred <> :barred
                """)
                        .param("child", child.value())
                        .param("proxy", proxy.value())
                        .param("barred", barred)
                        .update()
                == 1;
    }

    int barred(PersonId child) {
        return sql.sql("select count(*)::int from proxy where person_id = :child and barred")
                .param("child", child.value())
                .query(Integer.class)
                .single();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new Proxy(
                        new PersonId(row.getObject("proxy_id", UUID.class)),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getObject("until", LocalDate.class),
                        row.getString("mobile"),
                        row.getString("language"),
                        row.getBoolean("protected_identity")),
                row.getObject("born", LocalDate.class));
    }
}
