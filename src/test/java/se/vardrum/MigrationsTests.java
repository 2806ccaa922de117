package se.vardrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was released first runs on with everything in it: each later change of the schema meets data. */
class MigrationsTests {

    /** The last of the first release. */
    private static final String FIRST = "20261125.11";

    private static final String DATA = """
            insert into care_unit (id, hsa_id, name, message_name, phone, zone)
            values ('00000000-0000-7000-8000-000000000001', 'SE2321000131-U1', 'Testberga', 'Testberga', '+46313900600', 'Europe/Stockholm');
            insert into practitioner (id, hsa_id, first_name, last_name)
            values ('00000000-0000-7000-8000-000000000002', 'SE2321000131-A1', 'Anna', 'Lindgren');
            insert into practitioner_role (id, practitioner_id, unit_id, title)
            values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002',
                    '00000000-0000-7000-8000-000000000001', 'Sjuksköterska');
            insert into person (id, first_name, last_name, birth_date, protected_identity) values
              ('00000000-0000-7000-8000-000000000004', 'Anna-Karin', 'Öberg', '1995-06-06', false),
              ('00000000-0000-7000-8000-000000000005', 'Siv', 'Hemlig', '1985-03-14', true);
            insert into person_identifier (person_id, system, value) values
              ('00000000-0000-7000-8000-000000000004', 'urn:oid:1.2.752.129.2.1.3.1', '199506062380'),
              ('00000000-0000-7000-8000-000000000005', 'urn:oid:1.2.752.129.2.1.3.1', '198503142385');
            insert into patient_profile (id, person_id, kind, mobile) values
              ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', 'OWN', '+46701740605'),
              ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000005', 'OWN', '+46701740606');
            insert into appointment (id, visit_type, search_reason, reason_sv, reason_en, during, unit_id, profile_id, person_id,
                booked_by, responsible_id, practitioner_id, status, booking_key, created_at)
            select gen_random_uuid(), 'video-visit', 'aknebesvar', 'Aknebesvär', 'Acne', tstzrange(at, at + '30 min'),
                '00000000-0000-7000-8000-000000000001', f.id, f.person_id, '00000000-0000-7000-8000-000000000003',
                '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 'BOOKED', gen_random_uuid(), now()
            from (select *, now() + row_number() over (order by id) * interval '1 h' as at from patient_profile) f;
            insert into visit (appointment_id, state, responsible_id)
            select id, 'BOOKED', responsible_id from appointment;
            insert into participant (id, appointment_id, kind, first_name, last_name, mobile, person_id, added_at)
            select gen_random_uuid(), a.id, 'PATIENT', p.first_name, p.last_name, '+46701740605', p.id, now()
            from appointment a join person p on p.id = a.person_id;
            insert into arrival (id, appointment_id, participant_id, display_name, state, since)
            select gen_random_uuid(), appointment_id, id, first_name, 'WAITING', now() from participant;
            insert into visit_event (appointment_id, at, kind)
            select appointment_id, now(), kind
            from visit, unnest(array['ARRIVED', 'ADMIT', 'SEND_BACK', 'LEFT', 'REMOVE']) as kind;
            insert into message (id, appointment_id, participant_id, channel, kind, version, state, due_at)
            select gen_random_uuid(), appointment_id, id, 'SMS', 'INVITATION', 1, 'DUE', now() from participant;
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'message', id::text, now(), false, 1 from message;
            insert into draft (id, owner_id, profile_id, visit_type, content, step, created_at, changed_at)
            values (gen_random_uuid(), '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000006',
                    'video-visit', '{}', 'DETAILS', now(), now());
            insert into access_log (at, actor_kind, action, person_id)
            values (now(), 'STAFF', 'SEEN', '00000000-0000-7000-8000-000000000004');
            """;

    private JdbcClient sql;

    @BeforeEach
    void migrateWhatThereWas() {
        var database = new PGSimpleDataSource();
        database.setUrl(TestDatabase.fresh());
        sql = JdbcClient.create(database);
        var flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration");
        flyway.target(FIRST).load().migrate();
        sql.sql(DATA).update();
        flyway.target("latest").outOfOrder(true).load().migrate();
    }

    @Test
    void whatWasToBeSentIsSentByVisit() {
        assertThat(count("scheduled_tasks where task_name = 'messages'")).isEqualTo(2);
        assertThat(count("scheduled_tasks where task_name = 'message'")).isZero();
    }

    @Test
    void thePatientsOfAUnitAreFoundThereButNobodyProtected() {
        assertThat(count("unit_patient")).isEqualTo(2);
        assertThat(sql.sql("select turn from patient_turn order by turn")
                        .query(String.class)
                        .list())
                .containsExactly("anna karin oberg", "karin oberg anna", "oberg anna karin");
    }

    @Test
    void whatWasBookedStandsAsItWasAndTheRulesHoldFromNowOn() {
        assertThat(count("appointment where same_place and rule_reason = '' and not links_at_start"))
                .isEqualTo(2);
        assertThat(count("participant where not by_link")).isEqualTo(2);
        assertThat(count("arrival where confirm_id is null")).isEqualTo(2);
        assertThat(count("patient_profile where made_by_staff and not mobile_registered and not cannot_sign_in"))
                .isEqualTo(2);
        assertThatThrownBy(() -> sql.sql("update appointment set visit_type = 'no-such-type'")
                        .update())
                .hasMessageContaining("no such visit type");
        assertThatThrownBy(() -> sql.sql("""
                        insert into participant (id, appointment_id, kind, first_name, last_name, person_id, added_at)
                        select gen_random_uuid(), a.id, 'PROXY', 'Siv', 'Hemlig', p.id, now()
                        from appointment a join person p on p.id <> a.person_id limit 1
                        """).update()).hasMessageContaining("rule 1");
    }

    @Test
    void whatHappenedStandsInThePastTense() {
        assertThat(sql.sql("select distinct kind from visit_event")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("ARRIVED", "ADMITTED", "SENT_BACK", "LEFT", "PUT_OUT");
    }

    @Test
    void theAccessLogIsStillOnlyEverAddedTo() {
        assertThat(count("access_log where reason is null")).isEqualTo(1);
        assertThatThrownBy(() -> sql.sql("update access_log set reason = 'x'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(
                        () -> sql.sql("insert into access_log (at, actor_kind, action) values (now(), 'STAFF', 'SEEN')")
                                .update())
                .hasMessageContaining("nobody_but_searched");
    }

    private int count(String what) {
        return sql.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
