package se.vardrum.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.access.Actor;

@Repository
class DirectoryTable {

    private final JdbcClient sql;

    DirectoryTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The longest word goes through the trigram index; the others only sift what it finds. */
    List<PractitionerRole> search(List<String> words, int limit) {
        var typed = String.join(" ", words);
        return sql.sql("""
                select r.id, r.practitioner_id, p.first_name, p.last_name, r.title, r.unit_id, u.name as unit_name, r.rights
                from practitioner p
                join practitioner_role r on r.practitioner_id = p.id
                join care_unit u on u.id = r.unit_id
                cross join lateral (select name_words(p.last_name, p.first_name) as turned,
                                           name_words(p.last_name, '') as last,
                                           ' ' || replace(folded(:typed), ' ', '% ') || '%' as ordered) n
                where p.sought like '% ' || folded(:longest) || '%'
                  and p.sought like all (select '% ' || folded(word) || '%' from unnest(:words) word)
                order by case when p.sought = ' ' || folded(:typed) || ' ' or n.turned = ' ' || folded(:typed) || ' ' then 0
                              when n.last like ' ' || folded(:typed) || ' %' then 1
                              else 2 end,
                         (select count(*) from unnest(:words) word where p.sought like '% ' || folded(word) || ' %') desc,
                         p.sought like n.ordered desc, n.turned like n.ordered desc,
                         p.last_name collate "sv-x-icu", p.first_name collate "sv-x-icu", u.name collate "sv-x-icu", r.id
                limit :limit
                """)
                .param(
                        "longest",
                        words.stream()
                                .max(Comparator.comparingInt(String::length))
                                .orElseThrow())
                .param("words", words.toArray(String[]::new))
                .param("typed", typed)
                .param("limit", limit)
                .query(DirectoryTable::role)
                .list();
    }

    List<PractitionerRole> roles(Collection<PractitionerRoleId> ids) {
        return sql.sql("""
                select r.id, r.practitioner_id, p.first_name, p.last_name, r.title, r.unit_id, u.name as unit_name, r.rights
                from practitioner_role r
                join practitioner p on p.id = r.practitioner_id
                join care_unit u on u.id = r.unit_id
                where r.id = any (:ids)
                """)
                .param("ids", ids.stream().map(PractitionerRoleId::value).toArray(UUID[]::new))
                .query(DirectoryTable::role)
                .list();
    }

    List<PractitionerRole> rolesOf(String hsaId) {
        return sql.sql("""
                select r.id, r.practitioner_id, p.first_name, p.last_name, r.title, r.unit_id, u.name as unit_name, r.rights
                from practitioner p
                join practitioner_role r on r.practitioner_id = p.id
                join care_unit u on u.id = r.unit_id
                where p.hsa_id = :hsaId
                order by u.name collate "sv-x-icu", r.title collate "sv-x-icu", r.id
                """).param("hsaId", hsaId).query(DirectoryTable::role).list();
    }

    List<PractitionerRole> people(CareUnitId unit, String title) {
        return sql.sql("""
                select r.id, r.practitioner_id, p.first_name, p.last_name, r.title, r.unit_id, u.name as unit_name, r.rights
                from practitioner_role r
                join practitioner p on p.id = r.practitioner_id
                join care_unit u on u.id = r.unit_id
                where r.unit_id = :unit and r.title = :title
                order by p.last_name collate "sv-x-icu", p.first_name collate "sv-x-icu", r.id
                """)
                .param("unit", unit.value())
                .param("title", title)
                .query(DirectoryTable::role)
                .list();
    }

    List<Directory.Title> titles(CareUnitId unit) {
        return sql.sql("""
                select title, count(*) as people
                from practitioner_role
                where unit_id = :unit
                group by title
                order by title collate "sv-x-icu"
                """)
                .param("unit", unit.value())
                .query((row, _) -> new Directory.Title(row.getString("title"), row.getLong("people")))
                .list();
    }

    Optional<CareUnit> unit(CareUnitId id) {
        return sql.sql(
                        "select id, parent_id, name, message_name, phone, zone, opens_minutes_before from care_unit where id = :id")
                .param("id", id.value())
                .query(DirectoryTable::unit)
                .optional();
    }

    List<CareUnit> units(@Nullable CareUnitId parent) {
        return sql.sql("""
                select id, parent_id, name, message_name, phone, zone, opens_minutes_before
                from care_unit
                where parent_id is not distinct from :parent
                order by name collate "sv-x-icu"
                """)
                .param("parent", parent == null ? null : parent.value(), Types.OTHER)
                .query(DirectoryTable::unit)
                .list();
    }

    void opens(CareUnitId unit, @Nullable Integer minutesBefore) {
        sql.sql("update care_unit set opens_minutes_before = :minutes where id = :id")
                .param("id", unit.value())
                .param("minutes", minutesBefore, Types.INTEGER)
                .update();
    }

    private static PractitionerRole role(ResultSet row, int number) throws SQLException {
        return new PractitionerRole(
                new PractitionerRoleId(row.getObject("id", UUID.class)),
                new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("title"),
                new CareUnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                rights((String[]) row.getArray("rights").getArray()));
    }

    /** A serializable set: it lives in the session. */
    private static Set<Actor.Right> rights(String[] names) {
        var rights = EnumSet.noneOf(Actor.Right.class);
        Arrays.stream(names).map(Actor.Right::valueOf).forEach(rights::add);
        return Set.copyOf(rights);
    }

    private static CareUnit unit(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new CareUnit(
                new CareUnitId(row.getObject("id", UUID.class)),
                parent == null ? null : new CareUnitId(parent),
                row.getString("name"),
                row.getString("message_name"),
                row.getString("phone"),
                ZoneId.of(row.getString("zone")),
                row.getObject("opens_minutes_before", Integer.class));
    }
}
