import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * The statements of one booking and nothing else: what a booking with two guests sends to PostgreSQL between begin and
 * commit (taken down from the driver's log; see docs/performance.md), from 16 threads with a connection each. For every
 * line with a number on standard input it books so many and answers with the nanoseconds they took.
 */
class BareBooking {

    static final int THREADS = 16;
    static final Instant FAR = Instant.parse("2040-01-01T00:00:00Z"); // where the wizard books nothing
    static final SecureRandom RANDOM = new SecureRandom();

    record Staff(UUID role, UUID practitioner, UUID unit) {}

    record Patient(UUID profile, UUID person) {}

    public static void main(String[] arguments) throws Exception {
        var bookers = new ArrayList<Booker>();
        for (int n = 0; n < THREADS; n++) bookers.add(new Booker(DriverManager.getConnection(arguments[0]), n));
        try (var threads = Executors.newFixedThreadPool(THREADS); var lines = new Scanner(System.in)) {
            while (lines.hasNextInt()) {
                int each = lines.nextInt() / THREADS;
                for (var it : bookers) it.prepare(each);
                long began = System.nanoTime();
                for (var done : threads.invokeAll(bookers)) done.get();
                System.out.println(System.nanoTime() - began);
            }
        }
    }

    static class Booker implements Callable<Void> {

        final Connection sql;
        final Staff staff;
        final Patient patient;
        final List<UUID> drafts = new ArrayList<>();
        final PreparedStatement insertDraft, type, profile, appointment, known, participants, log, invitations, messages;
        final PreparedStatement task, visit, deleteDraft;
        int booked;

        Booker(Connection sql, int n) throws SQLException {
            this.sql = sql;
            try (var any = sql.createStatement()) {
                var role = any.executeQuery("select id, practitioner_id, unit_id from practitioner_role order by id offset "
                        + (100 + n) + " limit 1");
                role.next();
                staff = new Staff(uuid(role, 1), uuid(role, 2), uuid(role, 3));
                var one = any.executeQuery("select id, person_id from patient_profile order by id offset " + n + " limit 1");
                one.next();
                patient = new Patient(uuid(one, 1), uuid(one, 2));
            }
            insertDraft = sql.prepareStatement("""
                    insert into draft (id, owner_id, profile_id, visit_type, content, step, created_at, changed_at)
                    values (?, ?, ?, 'video-visit', '{}'::jsonb, 'CONFIRM', now(), now())""");
            type = sql.prepareStatement("""
                    select key as type_key, unit_id as type_unit, name_sv, name_en, about_sv, about_en, guests, staff, max_proxies,
                           links_at, general_link, heading, default_minutes, reminders, active, position
                    from visit_type
                    where key = 'video-visit' and (unit_id is null or unit_id = ?)
                    order by unit_id nulls last limit 1""");
            profile = sql.prepareStatement("""
                    select f.id, f.person_id, p.first_name, p.last_name, p.birth_date, i.value,
                      case when not p.protected_identity or f.mobile_registered then f.mobile end as mobile,
                      f.email, f.language, p.protected_identity
                    from patient_profile f join person p on p.id = f.person_id
                    join person_identifier i on i.person_id = p.id and i.current
                    where f.id = ?""");
            appointment = sql.prepareStatement("""
                    insert into appointment (id, visit_type, search_reason, reason_sv, reason_en, description, during, unit_id,
                        profile_id, person_id, booked_by, responsible_id, practitioner_id, status, booking_key, created_at,
                        links_at_start)
                    values (?, 'video-visit', 'aknebesvar', 'Aknebesvär', 'Acne', '', tstzrange(?, ?), ?, ?, ?, ?, ?, ?, 'BOOKED', ?, ?, false)
                    on conflict do nothing""");
            known = sql.prepareStatement("""
                    insert into unit_patient (person_id, unit_id, since) select person, ?, ? from unnest(?::uuid[]) person
                    on conflict do nothing""");
            participants = sql.prepareStatement("""
                    insert into participant (id, appointment_id, kind, first_name, last_name, mobile, email, language, role_id, person_id, added_at)
                    values (?, ?, 'PATIENT', 'Jake', 'Nordin', '+46701740699', null, 'sv', null, ?, ?),
                           (?, ?, 'PRACTITIONER', 'Anna Lindgren', '', null, null, 'sv', ?, null, ?),
                           (?, ?, 'GUEST', 'Maria', 'Nordin', '+46701740610', null, 'sv', null, null, ?),
                           (?, ?, 'GUEST', 'Per', 'Nordin', null, 'per@example.org', 'sv', null, null, ?)""");
            log = sql.prepareStatement("""
                    insert into access_log (at, actor_kind, actor_id, assignment_id, unit_id, action, person_id, appointment_id, reason)
                    values (?, 'STAFF', ?, ?, ?, 'BOOKED', ?, ?, null)""");
            invitations = sql.prepareStatement("insert into invitation (id, appointment_id, participant_id, token_hash)"
                    + " values (?, ?, null, ?), (?, ?, ?, ?), (?, ?, ?, ?)");
            messages = sql.prepareStatement("""
                    insert into message (id, appointment_id, participant_id, channel, kind, version, state, due_at)
                    select id, ?, participant, channel, kind, version, 'DROPPED', ?
                    from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[]) as new (id, participant, channel, kind, version)
                    on conflict on constraint sent_once do nothing""");
            task = sql.prepareStatement("""
                    insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                    values ('messages', ?, null, ?, false, 1)""");
            visit = sql.prepareStatement("insert into visit (appointment_id, state, responsible_id)"
                    + " select id, 'BOOKED', responsible_id from appointment where id = ?");
            deleteDraft = sql.prepareStatement("delete from draft where id = ? and owner_id = ?");
        }

        void prepare(int each) throws SQLException {
            for (int n = 0; n < each; n++) {
                var id = id();
                set(insertDraft, id, staff.role, patient.profile).executeUpdate();
                drafts.add(id);
            }
        }

        @Override
        public Void call() throws SQLException {
            sql.setAutoCommit(false);
            for (var draft : drafts) book(draft);
            drafts.clear();
            sql.setAutoCommit(true);
            return null;
        }

        void book(UUID draft) throws SQLException {
            var now = Timestamp.from(Instant.now());
            var far = Timestamp.from(Instant.now().plusSeconds(365L * 86_400)); // due when no scheduler here looks for it
            var from = FAR.plusSeconds(900L * booked++);
            UUID visitId = id(), one = id(), two = id(), three = id(), four = id();
            read(set(type, staff.unit));
            read(set(profile, patient.profile));
            one(set(appointment, visitId, Timestamp.from(from), Timestamp.from(from.plusSeconds(900)), staff.unit,
                    patient.profile, patient.person, staff.role, staff.role, staff.practitioner, draft, now));
            set(known, staff.unit, now, sql.createArrayOf("uuid", new Object[] {patient.person})).executeUpdate();
            set(participants, one, visitId, patient.person, now, two, visitId, staff.role, now, three, visitId, now, four,
                    visitId, now).executeUpdate();
            one(set(log, now, staff.practitioner, staff.role, staff.unit, patient.person, visitId));
            set(invitations, id(), visitId, hash(), id(), visitId, three, hash(), id(), visitId, four, hash()).executeUpdate();
            var ids = new Object[] {id(), id(), id()};
            set(messages, visitId, now, sql.createArrayOf("uuid", ids), sql.createArrayOf("uuid", new Object[] {one, three, four}),
                    sql.createArrayOf("text", new Object[] {"SMS", "SMS", "EMAIL"}),
                    sql.createArrayOf("text", new Object[] {"INVITATION", "INVITATION", "INVITATION"}),
                    sql.createArrayOf("int4", new Object[] {1, 1, 1})).executeUpdate();
            one(set(task, visitId + "." + id(), far));
            one(set(visit, visitId));
            one(set(deleteDraft, draft, staff.role));
            sql.commit();
        }

        static PreparedStatement set(PreparedStatement it, Object... values) throws SQLException {
            for (int n = 0; n < values.length; n++) it.setObject(n + 1, values[n]);
            return it;
        }

        static void one(PreparedStatement it) throws SQLException {
            if (it.executeUpdate() != 1) throw new IllegalStateException("nothing written by " + it);
        }

        static void read(PreparedStatement it) throws SQLException {
            try (var rows = it.executeQuery()) {
                while (rows.next()) rows.getString(1);
            }
        }

        static UUID uuid(java.sql.ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }

        static byte[] hash() {
            var it = new byte[32];
            RANDOM.nextBytes(it);
            return it;
        }

        /** Ordered by time as the product's, so that the indexes grow at the same end. */
        static UUID id() {
            long random = RANDOM.nextLong();
            return new UUID(System.currentTimeMillis() << 16 | 0x7000 | random & 0xfff, 0x8000000000000000L | random >>> 2);
        }
    }
}
