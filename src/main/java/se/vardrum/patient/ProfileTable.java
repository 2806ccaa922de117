package se.vardrum.patient;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes and changes the profiles a person is a patient by. */
@Repository
class ProfileTable {

    private final JdbcClient sql;

    ProfileTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The own profile, made now or before. */
    PatientProfileId makeOwn(PatientProfileId id, PersonId person, boolean byStaff) {
        sql.sql("""
                insert into patient_profile (id, person_id, kind, made_by_staff) values (:id, :person, 'OWN', :byStaff)
                on conflict (person_id) where kind = 'OWN' do nothing
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("byStaff", byStaff)
                .update();
        return any(person).orElseThrow();
    }

    /** The profile through that proxy, made now or before; a number given now is registered for messages. */
    PatientProfileId makeThrough(
            PatientProfileId id, PersonId child, PersonId proxy, @Nullable String mobile, boolean byStaff) {
        return sql.sql("""
                insert into patient_profile (id, person_id, kind, proxy_id, mobile, mobile_registered, language, made_by_staff)
                select :id, :child, 'THROUGH_PROXY', :proxy, coalesce(cast(:mobile as text), own.mobile), :registered,
                       coalesce(own.language, 'sv'), :byStaff
                from person p left join patient_profile own on own.person_id = p.id and own.kind = 'OWN'
                where p.id = :proxy
                on conflict (person_id, proxy_id) where kind = 'THROUGH_PROXY' do update set
                    mobile = case when :registered then excluded.mobile else patient_profile.mobile end,
                    mobile_registered = patient_profile.mobile_registered or :registered
                returning id
                """)
                .param("id", id.value())
                .param("child", child.value())
                .param("proxy", proxy.value())
                .param("mobile", mobile, Types.VARCHAR)
                .param("registered", mobile != null)
                .param("byStaff", byStaff)
                .query((row, n) -> new PatientProfileId(row.getObject("id", UUID.class)))
                .single();
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

    /** Whose profile it was, or nothing when there is none such or nothing was different. */
    Optional<PersonId> cannotSignIn(PatientProfileId profile, boolean cannot) {
        return sql.sql("""
                update patient_profile set cannot_sign_in = :cannot
                where id = :id and kind = 'OWN' and cannot_sign_in <> :cannot returning person_id
                """)
                .param("cannot", cannot)
                .param("id", profile.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    void reach(PatientProfileId profile, @Nullable String mobile, String language) {
        sql.sql("""
                update patient_profile set mobile = :mobile, mobile_registered = :registered, language = :language
                where id = :id
                """)
                .param("id", profile.value())
                .param("mobile", mobile, Types.VARCHAR)
                .param("registered", mobile != null)
                .param("language", language)
                .update();
    }

    /** The own profile before one through a proxy. */
    Optional<PatientProfileId> any(PersonId person) {
        return sql.sql("select id from patient_profile where person_id = :person order by kind, id limit 1")
                .param("person", person.value())
                .query((row, n) -> new PatientProfileId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** What is known of the person in every profile. */
    void describe(PersonId person, @Nullable Interpreter interpreter) {
        sql.sql("update person set interpreter_kind = :kind, interpreter_language = :language where id = :id")
                .param("id", person.value())
                .param("kind", interpreter == null ? null : interpreter.kind().name(), Types.VARCHAR)
                .param("language", interpreter == null ? "" : interpreter.language())
                .update();
    }
}
