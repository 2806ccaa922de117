package se.vardrum.directory;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.directory.ImportDirectory.NewPerson;
import se.vardrum.directory.ImportDirectory.NewRole;
import se.vardrum.directory.ImportDirectory.NewUnit;
import se.vardrum.page.Ids;

/** Whole lists in one statement each; rows that say the same as before are not written again. */
@Repository
class ImportTable {

    private record RoleOf(String personHsaId, NewRole role) {}

    private final JdbcClient sql;

    ImportTable(JdbcClient sql) {
        this.sql = sql;
    }

    void units(List<NewUnit> units) {
        sql.sql("""
                insert into care_unit (id, hsa_id, name, message_name, phone, zone)
                select * from unnest(:ids, :hsaIds, :names, :messageNames, :phones, :zones)
                on conflict (hsa_id) do update
                  set name = excluded.name, message_name = excluded.message_name, phone = excluded.phone, zone = excluded.zone
                  where (care_unit.name, care_unit.message_name, care_unit.phone, care_unit.zone)
                     is distinct from (excluded.name, excluded.message_name, excluded.phone, excluded.zone)
                """)
                .param("ids", ids(units.size()))
                .param("hsaIds", column(units, NewUnit::hsaId))
                .param("names", column(units, NewUnit::name))
                .param("messageNames", column(units, NewUnit::messageName))
                .param("phones", column(units, NewUnit::phone))
                .param("zones", column(units, NewUnit::zone))
                .update();
    }

    /** Afterwards, because a parent may stand later in the same list. */
    void parents(List<NewUnit> units) {
        sql.sql("""
                update care_unit u
                set parent_id = parent.id
                from unnest(:hsaIds, :parents) wanted (hsa_id, parent_hsa_id)
                left join care_unit parent on parent.hsa_id = wanted.parent_hsa_id
                where u.hsa_id = wanted.hsa_id and u.parent_id is distinct from parent.id
                """)
                .param("hsaIds", column(units, NewUnit::hsaId))
                .param("parents", column(units, NewUnit::parentHsaId))
                .update();
    }

    void practitioners(List<NewPerson> people) {
        sql.sql("""
                insert into practitioner (id, hsa_id, first_name, last_name)
                select * from unnest(:ids, :hsaIds, :firstNames, :lastNames)
                on conflict (hsa_id) do update
                  set first_name = excluded.first_name, last_name = excluded.last_name
                  where (practitioner.first_name, practitioner.last_name)
                     is distinct from (excluded.first_name, excluded.last_name)
                """)
                .param("ids", ids(people.size()))
                .param("hsaIds", column(people, NewPerson::hsaId))
                .param("firstNames", column(people, NewPerson::firstName))
                .param("lastNames", column(people, NewPerson::lastName))
                .update();
    }

    void roles(List<NewPerson> people) {
        var roles = people.stream()
                .flatMap(person -> person.roles().stream().map(role -> new RoleOf(person.hsaId(), role)))
                .toList();
        sql.sql("""
                insert into practitioner_role (id, practitioner_id, unit_id, title, rights)
                select wanted.id, p.id, u.id, wanted.title, string_to_array(wanted.rights, ',')
                from unnest(:ids, :people, :units, :titles, :rights) wanted (id, person, unit, title, rights)
                join practitioner p on p.hsa_id = wanted.person
                join care_unit u on u.hsa_id = wanted.unit
                on conflict (practitioner_id, unit_id, title) do update
                  set rights = excluded.rights
                  where practitioner_role.rights is distinct from excluded.rights
                """)
                .param("ids", ids(roles.size()))
                .param("people", column(roles, RoleOf::personHsaId))
                .param("units", column(roles, it -> it.role().unitHsaId()))
                .param("titles", column(roles, it -> it.role().title()))
                .param("rights", column(roles, ImportTable::rights))
                .update();
    }

    private static String rights(RoleOf it) {
        return it.role().rights().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static UUID[] ids(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Ids.next()).toArray(UUID[]::new);
    }

    private static <T> String[] column(
            List<T> rows, Function<T, ? extends @org.jspecify.annotations.Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
