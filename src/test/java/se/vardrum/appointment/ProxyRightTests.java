package se.vardrum.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
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
import se.vardrum.patient.Patients;
import se.vardrum.patient.Proxies;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.FindVisit;

/** Who may act for a child, from when until when; and what is gone when the right is. */
class ProxyRightTests extends ChildTest {

    @Autowired
    BarProxy bar;

    @Autowired
    MyVisits myVisits;

    @Autowired
    FindVisit find;

    @Autowired
    Arrive arrive;

    @Autowired
    MakeProfile makeProfile;

    @Autowired
    Patients patients;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    SeeReadiness readiness;

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
        assertThat(arrive.patient(ove, id, World.browser())).isInstanceOf(Arrive.Outcome.Here.class);

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
        assertThat(arrive.patient(ove, id, World.browser())).isInstanceOf(Arrive.Outcome.Closed.class);
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
                arrive.patient(world.signedIn(world.ove), id, World.browser()),
                arrive.patient(world.signedIn(world.jake), id, World.browser()),
                arrive.patient(world.signedIn(world.own(child)), id, World.browser()));
        assertThat(entries)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).isInstanceOf(Arrive.Outcome.Here.class));
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
}
