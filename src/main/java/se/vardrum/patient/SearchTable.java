package se.vardrum.patient;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds patients by what somebody typed: docs/decisions/0015. */
@Repository
class SearchTable {

    /** A person is one hit, by the own profile if there is one; the others are shown once the patient is chosen. */
    private static final String ONE_PROFILE =
            "select * from patient_profile where person_id = p.id order by kind, id limit 1";

    /** Those worth ranking. The lateral look at person keeps PostgreSQL from reading all of that table instead. */
    private static final String CANDIDATES = """
            with near as materialized (
              select hit.person_id
              from unnest(cast(:begun as text[])) as begun, unnest(array[true, false]) as family, lateral (
                select person_id from patient_turn t
                where unit_id = :unit and t.family = family.family
                  and turn >= folded(begun) and turn < folded(begun) || chr(1114111)
                order by turn limit 30) hit
            ), rarest as materialized (
              select word from unnest(cast(:needed as text[])) as word
              where cardinality(:needed) > 1 and (select count(*) from near) < :limit
              order by (select count(*) from unnest(array[true, false]) as family, lateral (
                select from patient_turn t
                where unit_id = :unit and t.family = family.family
                  and turn >= folded(word) and turn < folded(word) || chr(1114111)
                limit 1000) hit), length(word) desc
              limit 1
            ), apart as (
              select hit.person_id
              from rarest, unnest(array[true, false]) as family, lateral (
                select person_id from patient_turn t
                where unit_id = :unit and t.family = family.family
                  and turn >= folded(rarest.word) and turn < folded(rarest.word) || chr(1114111)
                  and ' ' || turn like all (array(select '% ' || folded(word) || '%' from unnest(:needed) word))
                order by turn limit 30) hit
            )
            select one.* from (select person_id from near union select person_id from apart) hit
            cross join lateral (select * from person where id = hit.person_id limit 1) one
            where not one.protected_identity
            """;

    private final JdbcClient sql;

    SearchTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** To the end of the transaction: PostgreSQL would plan a search anew each time, which takes as long as the search. */
    void plansAreKept() {
        sql.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /**
     * Among the unit's own, nobody with protected identity. Looks for the whole text as it stands in the order of names,
     * and, where that is too little, through the rarest word for names that have the others too; so many of each, and
     * ranks these. A beginning that half the unit shares costs no more than a rare one.
     */
    List<PatientProfile> named(UUID unit, List<String> words, int limit) {
        var typed = String.join(" ", words);
        var needed = needed(words);
        return sql.sql(PatientTable.COLUMNS + """
                from (select c.*, row_number() over (order by
                        case when c.sought = ' ' || typed.text || ' ' or n.turned = ' ' || typed.text || ' ' then 0
                             when n.turned like ' ' || typed.text || ' %' then 1
                             else 2 end,
                        (select count(*) from unnest(typed.words) word where c.sought like '% ' || word || ' %') desc,
                        c.sought like typed.ordered desc, n.turned like typed.ordered desc,
                        c.last_name collate "sv-x-icu", c.first_name collate "sv-x-icu", c.birth_date, c.id) as place
                      from (select folded(:typed) as text, ' ' || replace(folded(:typed), ' ', '% ') || '%' as ordered,
                                   array(select folded(word) from unnest(:words) word) as words offset 0) typed
                      cross join (""" + CANDIDATES + """
                      ) c
                      cross join lateral (select name_words(c.last_name, c.first_name) as turned) n
                      order by place limit :limit) p
                join person_identifier i on i.person_id = p.id and i.current
                cross join lateral (""" + ONE_PROFILE + """
                ) f
                order by p.place
                limit :limit
                """)
                .param("unit", unit)
                .param("words", words.toArray(String[]::new))
                .param("typed", typed)
                .param("begun", begun(typed, needed))
                .param("needed", needed.toArray(String[]::new))
                .param("limit", limit)
                .query(PatientTable::profile)
                .list();
    }

    /** The whole text; and its one word, when the others are beginnings of that. */
    private static String[] begun(String typed, List<String> needed) {
        return Stream.of(typed, needed.getFirst())
                .limit(needed.size() == 1 ? 2 : 1)
                .distinct()
                .toArray(String[]::new);
    }

    /** Without words that are the beginning of another: whoever has that one has them too. */
    private static List<String> needed(List<String> words) {
        var each = List.copyOf(new LinkedHashSet<>(words));
        return each.stream()
                .filter(it -> each.stream().noneMatch(other -> !other.equals(it) && other.startsWith(it)))
                .toList();
    }

    /** Also by a number the person had before. */
    List<PatientProfile> withNumber(List<IdentityNumber> numbers) {
        return sql.sql(PatientTable.COLUMNS + """
                from person_identifier typed
                join person p on p.id = typed.person_id
                join person_identifier i on i.person_id = p.id and i.current
                cross join lateral (""" + ONE_PROFILE + """
                ) f
                where (typed.system, typed.value) in (select * from unnest(:systems, :values))
                order by p.birth_date desc, f.id
                """)
                .param("systems", numbers.stream().map(it -> it.kind().system()).toArray(String[]::new))
                .param("values", numbers.stream().map(IdentityNumber::value).toArray(String[]::new))
                .query(PatientTable::profile)
                .list();
    }
}
