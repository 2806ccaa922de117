package se.vardrum.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.vardrum.World;
import se.vardrum.World.Guardian;
import se.vardrum.appointment.BookAppointment.Outcome;
import se.vardrum.patient.ChildRules;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportFamilies.Own;

/** The rules for children hold whichever way a booking comes, and in the database too. */
class ChildBookingTests extends ChildTest {
    @Test
    void toAnOwnProfileMadeByStaffNoProxyIsAdded() {
        var child = child(14, Own.BY_STAFF);
        var outcome = book(world.own(child), VISIT, with(world.ove));
        assertThat(outcome)
                .isEqualTo(new Outcome.Forbidden(new ChildRules.Forbidden(1, "patient.rule.no-proxy-on-own")));
    }

    @Test
    void aChildThroughAProxyHasNoVisitWithoutThatProxy() {
        var child = world.child(14, 0, Own.NONE, new Guardian(world.ove, true), new Guardian(world.jake, false));
        var profile = world.through(child, world.ove);
        for (var company : List.of(Company.ALONE, with(world.jake)))
            for (var type : List.of(VISIT, MEETING, CALL, "scheduled", "scheduled-free"))
                assertThat(book(profile, type, company))
                        .isEqualTo(
                                new Outcome.Forbidden(new ChildRules.Forbidden(2, "patient.rule.proxy-must-be-there")));
        assertThat(book(profile, VISIT, with(world.ove))).isInstanceOf(Outcome.Booked.class);
    }

    @Test
    void theDatabaseHoldsRulesOneAndTwoByItself() {
        var child = world.child(14, 0, Own.BY_STAFF, new Guardian(world.ove, true));
        var company = new Company(List.of(world.ove.person()), true, "Barnet vill det.");
        var id = booked(world.through(child, world.ove), VISIT, company);
        assertThatThrownBy(() -> sql.sql("""
                        insert into appointment (id, visit_type, reason_sv, reason_en, during, unit_id, profile_id, person_id,
                            booked_by, responsible_id, practitioner_id, status, booking_key, created_at)
                        select gen_random_uuid(), visit_type, reason_sv, reason_en, tstzrange(upper(during), upper(during) + '1 h'),
                            unit_id, profile_id, person_id, booked_by, responsible_id, practitioner_id, status,
                            gen_random_uuid(), created_at
                        from appointment where id = :id
                        """).param("id", id.value()).update()).hasMessageContaining("rule 2");
        var own = booked(world.own(child), VISIT, Company.ALONE);
        assertThatThrownBy(() -> sql.sql("""
                        insert into participant (id, appointment_id, kind, first_name, last_name, person_id, added_at)
                        values (gen_random_uuid(), :id, 'PROXY', 'Ove', 'Berg', :person, now())
                        """)
                        .param("id", own.value())
                        .param("person", world.ove.person().value())
                        .update())
                .hasMessageContaining("rule 1");
    }

    @Test
    void whatIsRecommendedAgainstIsBookedWithASentenceThatIsKept() {
        var profile = world.own(child(15, Own.BY_CHILD));
        assertThat(book(profile, VISIT, with(world.ove)))
                .isInstanceOfSatisfying(
                        Outcome.WhyNeeded.class,
                        it -> assertThat(it.against().rule()).isEqualTo(3));
        var id = booked(
                profile,
                VISIT,
                new Company(List.of(world.ove.person()), true, "De sitter i samma rum hos skolsköterskan."));
        assertThat(sql.sql("select rule_reason from appointment where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("De sitter i samma rum hos skolsköterskan.");
    }

    @Test
    void theProxyTakesPartAndGetsTheMessage() {
        var child = child(14, Own.NONE);
        var id = booked(world.through(child, world.ove), VISIT, with(world.ove));
        var side = appointments.participants(id).stream()
                .filter(it -> it.person() != null)
                .toList();
        assertThat(side).extracting(Participant::kind).containsExactly(ParticipantKind.PATIENT, ParticipantKind.PROXY);
        assertThat(side).extracting(Participant::mobile).containsExactly(null, world.ove.mobile());
        assertThat(appointments.callPatientTaskOpen(id)).isFalse();
        assertThat(sql.sql("select count(*) from message where participant_id = :id and channel = 'SMS'")
                        .param("id", side.getLast().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ageIsThatOnTheDayOfTheVisit() {
        var grown = world.child(17, 2, Own.BY_CHILD, new Guardian(world.ove, true));
        var company = with(world.ove);
        assertThat(book.book(world.anna, world.request(world.own(grown), MEETING, World.inDays(1), company)))
                .isInstanceOf(Outcome.Booked.class);
        assertThat(book.book(world.anna, world.request(world.own(grown), MEETING, World.inDays(3), company)))
                .isEqualTo(new Outcome.Forbidden(
                        new ChildRules.Forbidden(ChildRules.AGE, "patient.rule.grown-up-has-no-proxy")));
        var thirteen = world.child(13, 2, Own.BY_CHILD);
        assertThat(book(world.own(thirteen), VISIT, Company.ALONE)).isInstanceOf(Outcome.Forbidden.class);
        assertThat(book.book(world.anna, world.request(world.own(thirteen), VISIT, World.inDays(4), Company.ALONE)))
                .isInstanceOf(Outcome.Booked.class);
    }

    @Test
    void nobodyIsAProxyWithoutARightThatDay() {
        var child = child(14, Own.BY_CHILD);
        assertThat(book(world.own(child), MEETING, with(world.jake))).isInstanceOf(Outcome.NoRight.class);
        until(child, LocalDate.now());
        assertThat(book(world.own(child), MEETING, with(world.ove))).isInstanceOf(Outcome.NoRight.class);
    }

    @Test
    void aTypeHasRoomForSoManyProxies() {
        var child = world.child(14, 0, Own.BY_CHILD, new Guardian(world.ove, false), new Guardian(world.jake, false));
        assertThat(book(world.own(child), VISIT, new Company(people(world.ove, world.jake), true, "Båda vill.")))
                .isEqualTo(new Outcome.Against(BookAppointment.Rule.PROXIES));
        assertThat(book(world.own(child), CALL, with(world.ove, world.jake))).isInstanceOf(Outcome.Booked.class);
    }
}
