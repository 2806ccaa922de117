package se.vardrum.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.directory.CareUnitId;

@Repository
class VisitTypeTable {

    /** Named so that they stand beside an appointment's. */
    static final String COLUMNS = """
            select key as type_key, unit_id as type_unit, name_sv, name_en, about_sv, about_en, guests, staff, max_proxies,
                   links_at, general_link, heading, default_minutes, reminders, active, position
            from visit_type
            """;

    private final JdbcClient sql;

    VisitTypeTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The unit's own before everybody's. */
    Optional<VisitType> find(String key, CareUnitId unit) {
        return sql.sql(COLUMNS + """
                where key = :key and (unit_id is null or unit_id = :unit)
                order by unit_id nulls last limit 1
                """)
                .param("key", key)
                .param("unit", unit.value())
                .query((row, n) -> type(row))
                .optional();
    }

    List<VisitType> of(CareUnitId unit) {
        return sql.sql("select distinct on (type_key) * from (" + COLUMNS + """
                where unit_id is null or unit_id = :unit) as known
                order by type_key, type_unit nulls last
                """)
                .param("unit", unit.value())
                .query((row, n) -> type(row))
                .list();
    }

    /** The unit's own row, new or in the place of what it was. */
    void put(String key, VisitType it, CareUnitId unit) {
        sql.sql("""
                insert into visit_type (key, unit_id, name_sv, name_en, about_sv, about_en, guests, staff, max_proxies,
                    links_at, general_link, heading, default_minutes, reminders, active, position)
                values (:key, :unit, :nameSv, :nameEn, :aboutSv, :aboutEn, :guests, :staff, :proxies,
                    :linksAt, :general, :heading, :minutes, string_to_array(:reminders, ',')::int[], :active, :position)
                on conflict on constraint visit_type_once do update set
                    name_sv = excluded.name_sv, name_en = excluded.name_en, about_sv = excluded.about_sv,
                    about_en = excluded.about_en, guests = excluded.guests, staff = excluded.staff,
                    max_proxies = excluded.max_proxies, links_at = excluded.links_at,
                    general_link = excluded.general_link, heading = excluded.heading,
                    default_minutes = excluded.default_minutes, reminders = excluded.reminders,
                    active = excluded.active, position = excluded.position
                """)
                .param("key", key)
                .param("unit", unit.value())
                .param("nameSv", it.nameSv())
                .param("nameEn", it.nameEn())
                .param("aboutSv", it.aboutSv())
                .param("aboutEn", it.aboutEn())
                .param("guests", it.guests())
                .param("staff", it.staff())
                .param("proxies", it.maxProxies())
                .param("linksAt", it.linksAt().name())
                .param("general", it.generalLink())
                .param("heading", it.heading().name())
                .param("minutes", it.defaultMinutes())
                .param(
                        "reminders",
                        String.join(
                                ",",
                                it.reminders().stream().map(String::valueOf).toList()))
                .param("active", it.active())
                .param("position", it.position())
                .update();
    }

    static VisitType type(ResultSet row) throws SQLException {
        var unit = row.getObject("type_unit", UUID.class);
        return new VisitType(
                row.getString("type_key"),
                unit == null ? null : new CareUnitId(unit),
                row.getString("name_sv"),
                row.getString("name_en"),
                row.getString("about_sv"),
                row.getString("about_en"),
                row.getBoolean("guests"),
                row.getBoolean("staff"),
                row.getInt("max_proxies"),
                VisitType.LinksAt.valueOf(row.getString("links_at")),
                row.getBoolean("general_link"),
                VisitType.Heading.valueOf(row.getString("heading")),
                row.getInt("default_minutes"),
                Arrays.asList((Integer[]) row.getArray("reminders").getArray()),
                row.getBoolean("active"),
                row.getInt("position"));
    }
}
