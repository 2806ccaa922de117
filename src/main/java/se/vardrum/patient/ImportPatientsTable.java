package se.vardrum.patient;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.page.Ids;
import se.vardrum.patient.ImportPatients.NewPatient;

@Repository
class ImportPatientsTable {

    private final JdbcClient sql;
    private final Clock clock;

    ImportPatientsTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Person, number and own profile in one statement. Foreign keys are looked at when it ends, so the order of the
     * three does not matter.
     */
    void insertMissing(List<NewPatient> patients) {
        sql.sql("""
                with wanted as materialized (
                  select w.* from unnest(:persons, :profiles, :systems, :numbers, :firstNames, :lastNames,
                                         cast(:birthDates as date[]), cast(:protections as boolean[]), :mobiles, :emails, :languages)
                    w (person, profile, system, number, first_name, last_name, birth_date, protected, mobile, email, language)
                  where not exists (select 1 from person_identifier i where i.system = w.system and i.value = w.number)
                ), persons as (
                  insert into person (id, first_name, last_name, birth_date, protected_identity)
                  select person, first_name, last_name, birth_date, protected from wanted
                ), identifiers as (
                  insert into person_identifier (person_id, system, value, since)
                  select person, system, number, :now from wanted
                )
                insert into patient_profile (id, person_id, kind, mobile, email, language)
                select profile, person, 'OWN', mobile, email, language from wanted
                """)
                .param("persons", ids(patients.size()))
                .param("profiles", ids(patients.size()))
                .param(
                        "systems",
                        column(
                                patients,
                                it -> IdentityNumber.registered(it.identityNumber())
                                        .kind()
                                        .system()))
                .param("numbers", column(patients, NewPatient::identityNumber))
                .param("firstNames", column(patients, NewPatient::firstName))
                .param("lastNames", column(patients, NewPatient::lastName))
                .param("birthDates", column(patients, it -> it.birthDate().toString()))
                .param("protections", column(patients, it -> String.valueOf(it.protectedIdentity())))
                .param("mobiles", column(patients, NewPatient::mobile))
                .param("emails", column(patients, NewPatient::email))
                .param("languages", column(patients, NewPatient::language))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Map<String, PatientProfileId> ownProfiles(List<String> numbers) {
        var found = new HashMap<String, PatientProfileId>();
        sql.sql("""
                select i.value, p.id
                from person_identifier i
                join patient_profile p on p.person_id = i.person_id and p.kind = 'OWN'
                where i.value = any (:numbers)
                """).param("numbers", numbers.toArray(String[]::new)).query(row -> {
            found.put(row.getString("value"), new PatientProfileId(row.getObject("id", UUID.class)));
        });
        return found;
    }

    private static UUID[] ids(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Ids.next()).toArray(UUID[]::new);
    }

    private static String[] column(List<NewPatient> rows, Function<NewPatient, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
