package se.vardrum.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.World.Guardian;
import se.vardrum.access.Actor;
import se.vardrum.access.SignedIn;
import se.vardrum.appointment.BookAppointment.Outcome;
import se.vardrum.overview.MyVisits;
import se.vardrum.overview.SeeReadiness;
import se.vardrum.page.NotFound;
import se.vardrum.patient.BarProxy;
import se.vardrum.patient.ChildRules;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportFamilies.Own;
import se.vardrum.patient.MakeProfile;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.Proxies;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.FindVisit;

/** The rules for children hold whichever way a booking comes, and in the database too. */
@SpringBootTest
@Import(World.class)
class ChildBookingTests {

    private static final String VISIT = ChildRules.VISIT;
    private static final String MEETING = ChildRules.MEETING;
    private static final String CALL = ChildRules.CALL;

    @Autowired
    World world;

    @Autowired
    BookAppointment book;

    @Autowired
    Appointments appointments;

    @Autowired
    Proxies proxies;

    @Autowired
    BarProxy bar;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    SeeReadiness readiness;

    @Autowired
    MakeProfile makeProfile;

    @Autowired
    Patients patients;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MyVisits myVisits;

    @Autowired
    FindVisit find;

    @Autowired
    Arrive arrive;

    @Autowired
    JdbcClient sql;

    private int booked;

    @BeforeEach
    void begin() {
        world.begin();
    }

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

    @Test
    void theProxySeesAndJoinsTheVisitAsLongAsTheRightHolds() {
        var child = child(14, Own.NONE);
        var id = booked(world.through(child, world.ove), VISIT, with(world.ove));
        var ove = world.signedIn(world.ove);
        assertThat(myVisits.children(ove)).extracting(Proxies.Child::id).contains(child);
        assertThat(myVisits.forChild(ove, child, false).upcoming()).hasSize(1);
        assertThat(myVisits.look(ove, false).upcoming()).isEmpty();
        assertThat(find.forPatient(ove, id)).isPresent();
        assertThat(find.forPatient(world.signedIn(world.jake), id)).isEmpty();
        assertThat(arrive.patient(ove, id, "")).isPresent();

        assertThat(proxyLost(id)).isFalse();
        until(child, LocalDate.now());
        assertThat(find.forPatient(ove, id)).as("today still").isPresent();
        assertThat(proxyLost(id))
                .as("but not tomorrow, on the day of the visit")
                .isTrue();

        until(child, LocalDate.now().minusDays(1));
        assertThat(find.forPatient(ove, id)).isEmpty();
        assertThat(myVisits.children(ove)).extracting(Proxies.Child::id).doesNotContain(child);
        assertThatThrownBy(() -> myVisits.forChild(ove, child, false)).isInstanceOf(NotFound.class);
        assertThat(arrive.patient(ove, id, "")).isEmpty();
    }

    @Test
    void aVisitThroughAProxyIsNotTheChildsToSee() {
        var child = world.child(14, 0, Own.BY_CHILD, new Guardian(world.ove, true));
        var id = booked(
                world.through(child, world.ove),
                VISIT,
                new Company(List.of(world.ove.person()), true, "Barnet vill det."));
        var signedIn = world.signedIn(world.own(child));
        assertThat(find.forPatient(signedIn, id)).isEmpty();
        assertThat(myVisits.look(signedIn, false).upcoming()).isEmpty();
        assertThat(find.forPatient(signedIn, booked(world.own(child), VISIT, Company.ALONE)))
                .isPresent();
    }

    @Test
    void everyProxyOfAVideosamtalHasAnOwnEntry() {
        var child = world.child(15, 0, Own.BY_CHILD, new Guardian(world.ove, false), new Guardian(world.jake, false));
        var id = booked(world.own(child), CALL, with(world.ove, world.jake));
        var entries = List.of(
                arrive.patient(world.signedIn(world.ove), id, ""),
                arrive.patient(world.signedIn(world.jake), id, ""),
                arrive.patient(world.signedIn(world.own(child)), id, ""));
        assertThat(entries)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).isPresent());
    }

    @Test
    void aBarredGuardianIsInNoListGetsNoMessageAndLosesTheVisit() {
        var child = world.child(14, 0, Own.BY_CHILD, new Guardian(world.ove, true), new Guardian(world.jake, true));
        var id = booked(world.own(child), CALL, with(world.ove, world.jake));
        var over = booked(world.own(child), MEETING, with(world.ove));
        cancel.cancel(world.anna, over, "Barnet är friskt.");
        assertThat(bar.bar(world.anna, child, world.ove.person(), "Beslut i domstol."))
                .isTrue();
        assertThat(appointments.participants(over))
                .as("a visit that is over")
                .extracting(Participant::person)
                .doesNotContain(world.ove.person());

        assertThat(proxies.of(child, LocalDate.now())).extracting(it -> it.id()).containsExactly(world.jake.person());
        assertThat(appointments.participants(id))
                .extracting(Participant::person)
                .doesNotContain(world.ove.person());
        assertThat(find.forPatient(world.signedIn(world.ove), id)).isEmpty();
        assertThat(myVisits.children(world.signedIn(world.ove)))
                .extracting(Proxies.Child::id)
                .doesNotContain(child);
        assertThat(book.book(world.anna, world.request(world.own(child), MEETING, World.inDays(5), with(world.ove))))
                .isInstanceOf(Outcome.NoRight.class);
        assertThat(sql.sql(
                                "select m.kind from message m join participant p on p.id = m.participant_id where p.person_id = :id")
                        .param("id", world.ove.person().value())
                        .query(String.class)
                        .list())
                .containsOnly("INVITATION");
        assertThat(bar.barred(child)).isEqualTo(1);
        assertThat(sql.sql("select reason from access_log where person_id = :id and action = 'PROXY_BARRED'")
                        .param("id", child.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Beslut i domstol.");
    }

    @Test
    void aBirthdayEndsTheRightOnItsDay() {
        var child = world.child(17, 1, Own.BY_CHILD, new Guardian(world.ove, true));
        var today = LocalDate.now();
        var now = new Proxies.Right(world.ove.person(), child, today);
        var then = new Proxies.Right(world.ove.person(), child, today.plusDays(1));
        assertThat(proxies.mayAct(world.ove.person(), child)).isTrue();
        assertThat(proxies.standing(List.of(now, then))).containsExactly(now);
        assertThat(proxies.of(child, today.plusDays(1))).isEmpty();
    }

    @Test
    void underProtectedIdentityProxiesAreNotOfferedAndTheOwnProfileServes() {
        var child = world.child(12, 0, Own.NONE, new Guardian(world.ove, true));
        var through = world.through(child, world.ove);
        var id = booked(through, VISIT, with(world.ove));
        sql.sql("update person set protected_identity = true where id = :id")
                .param("id", child.value())
                .update();
        assertThat(proxies.of(child, LocalDate.now())).isEmpty();
        assertThat(find.forPatient(world.signedIn(world.ove), id)).isEmpty();
        assertThat(book(through, VISIT, with(world.ove)))
                .isEqualTo(new Outcome.Forbidden(
                        new ChildRules.Forbidden(ChildRules.AGE, "patient.rule.protected-has-no-proxy")));
        makeProfile.own(world.anna, child);
        assertThat(book(world.own(child), VISIT, with(world.ove))).isInstanceOf(Outcome.Forbidden.class);
        assertThat(book.book(world.anna, world.request(world.own(child), VISIT, World.inDays(6), Company.ALONE)))
                .isInstanceOf(Outcome.Booked.class);
    }

    @Test
    void whoSignsInForTheFirstTimeMakesTheOwnProfileUnlessTooYoung() {
        var old = world.child(14, 0, Own.NONE, new Guardian(world.ove, false));
        var young = world.child(12, 0, Own.NONE, new Guardian(world.ove, false));
        for (var it : List.of(old, old, young))
            events.publishEvent(new SignedIn(new Actor.Patient(it.value(), "Liv Nordin")));
        assertThat(world.own(old).madeByStaff()).isFalse();
        assertThat(patients.ownOf(young)).isEmpty();
    }

    @Test
    void aGuardianMakesTheChildsProfileThroughTheRelation() {
        var child = world.child(10, 0, Own.NONE, new Guardian(world.ove, false));
        makeProfile.through(world.signedIn(world.ove), child, "+46701740633");
        var profile = world.through(child, world.ove);
        assertThat(profile.mobile()).isEqualTo("+46701740633");
        assertThat(profile.madeByStaff()).isFalse();
        assertThatThrownBy(() -> makeProfile.through(world.signedIn(world.jake), child, "+46701740634"))
                .isInstanceOf(NotFound.class);
        bar.bar(world.anna, child, world.ove.person(), "Beslut.");
        assertThatThrownBy(() -> makeProfile.through(world.signedIn(world.ove), child, "+46701740633"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aProxyWithProtectedIdentityIsToldOnlyAtARegisteredNumberAndNotWhere() {
        var child = world.child(14, 0, Own.NONE, new Guardian(world.ove, true), new Guardian(world.jake, false));
        sql.sql("update person set protected_identity = true where id = :id")
                .param("id", world.ove.person().value())
                .update();
        assertThat(proxies.of(child))
                .filteredOn(it -> it.id().equals(world.ove.person()))
                .allSatisfy(it -> {
                    assertThat(it.protectedIdentity()).isTrue();
                    assertThat(it.mobile()).isNull();
                });
        assertThat(world.through(child, world.ove).mobile()).isNull();
        makeProfile.through(world.signedIn(world.ove), child, "+46701740640");
        assertThat(proxies.of(child))
                .filteredOn(it -> it.id().equals(world.ove.person()))
                .extracting(it -> it.mobile())
                .containsExactly("+46701740640");
    }

    /** What the patient list and the visit's page tell whoever booked. */
    private boolean proxyLost(AppointmentId id) {
        return requireNonNull(readiness.of(List.of(id)).get(id)).proxyLost();
    }

    private PersonId child(int years, Own own) {
        return world.child(years, 0, own, new Guardian(world.ove, true));
    }

    private void until(PersonId child, LocalDate lastDay) {
        sql.sql("update proxy set until = :day where person_id = :child")
                .param("child", child.value())
                .param("day", lastDay)
                .update();
    }

    private Outcome book(PatientProfile profile, String type, Company company) {
        return book.book(world.anna, world.request(profile, type, World.inDays(1), company));
    }

    private AppointmentId booked(PatientProfile profile, String type, Company company) {
        var from = World.inDays(1).plusSeconds(3600L * booked++);
        return world.booked(world.anna, world.request(profile, type, from, company));
    }

    private static Company with(PatientProfile... proxies) {
        return new Company(people(proxies), true, "");
    }

    private static List<PersonId> people(PatientProfile... proxies) {
        return java.util.Arrays.stream(proxies).map(PatientProfile::person).toList();
    }
}
