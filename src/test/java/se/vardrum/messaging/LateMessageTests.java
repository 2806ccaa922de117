package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.demo.CaughtMessages;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.invitation.Links;
import se.vardrum.page.Languages;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.BeLate;
import se.vardrum.visit.DoorOutcome;
import se.vardrum.visit.Leave;
import se.vardrum.visit.StartVisit;
import se.vardrum.visit.Visits;

/** "Jag är 10 min sen" tells everybody, and the start tells who came and went. */
@SpringBootTest
@Import(World.class)
class LateMessageTests {

    @Autowired
    World world;

    @Autowired
    BeLate late;

    @Autowired
    Arrive arrive;

    @Autowired
    Leave leave;

    @Autowired
    StartVisit start;

    @Autowired
    Visits visits;

    @Autowired
    Appointments appointments;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Links links;

    @Autowired
    Directory directory;

    @Autowired
    Languages languages;

    @Autowired
    CaughtMessages caught;

    private AppointmentId visit;

    @BeforeEach
    void aVisitEverybodyIsInvitedTo() {
        world.begin();
        visit = world.booked();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.summary(visit).finished());
    }

    @Test
    void everybodyWhoWasInvitedIsToldThePromisedTimeAndNothingElse() {
        assertThat(late.by(Duration.ofMinutes(10), world.anna, visit)).isEqualTo(DoorOutcome.DONE);
        var texts = told("LATE", 2);
        assertThat(texts)
                .allSatisfy(it -> assertThat(it)
                        .contains("börjar lite senare, ungefär kl " + promised())
                        .doesNotContain("Jake", "Nordin", "Akne", "Anna"));
        assertThat(texts).noneMatch(it -> it.contains("/b/"));
    }

    @Test
    void eachNewPromiseIsToldAndTheSameOneTwiceIsOne() {
        late.by(Duration.ofMinutes(5), world.anna, visit);
        late.by(Duration.ofMinutes(5), world.daniel, visit);
        told("LATE", 2);
        late.by(Duration.ofMinutes(15), world.anna, visit);
        assertThat(told("LATE", 4)).anyMatch(it -> it.contains(promised()));
        assertThat(visits.all(List.of(visit)).get(visit).timesLate()).isEqualTo(2);
    }

    @Test
    void onlyWhoHoldsTheVisitCanBeLateAndOnlyBeforeItBegins() {
        for (var other : List.of(world.eva, world.stranger, world.head))
            assertThat(late.by(Duration.ofMinutes(5), other, visit)).isEqualTo(DoorOutcome.NOT_FOUND);
        start.start(world.anna, visit);
        assertThat(late.by(Duration.ofMinutes(5), world.anna, visit)).isEqualTo(DoorOutcome.NOT_NOW);
    }

    @Test
    void whoCameAndWentIsToldThatItStartsAndNobodyElse() {
        var browser = World.browser();
        arrive.patient(world.signedIn(world.jake), visit, browser);
        leave.leave(visit, browser.id());
        start.start(world.anna, visit);
        var texts = told("STARTED", 1);
        assertThat(texts.getFirst()).contains("börjar nu", "/mina").doesNotContain("Jake", "Akne", "/b/");
        assertThat(started()).containsExactly(participant(ParticipantKind.PATIENT));
    }

    @Test
    void aGuestWhoWentGetsTheOwnLinkOnceMore() {
        var guest = participant(ParticipantKind.GUEST);
        var link = links.personal(guest);
        var open =
                (se.vardrum.invitation.OpenLink.Outcome.Open) openLink.look(link.substring(link.lastIndexOf('/') + 1));
        arrive.guest(open.invitation(), open.appointment(), World.browser());
        start.start(world.daniel, visit);
        assertThat(told("STARTED", 1).getFirst()).contains("börjar nu", link);
    }

    @Autowired
    se.vardrum.invitation.OpenLink openLink;

    private String promised() {
        var unit = directory.unit(new CareUnitId(world.anna.unit()));
        var at = visits.all(List.of(visit)).get(visit).promised();
        return languages.of("sv").in(unit.zone()).time(java.util.Objects.requireNonNull(at));
    }

    private ParticipantId participant(ParticipantKind kind) {
        return appointments.participants(visit).stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<ParticipantId> started() {
        return deliveries.of(visit).stream()
                .filter(it -> it.kind().equals("STARTED"))
                .map(Deliveries.Delivery::participant)
                .toList();
    }

    /** The texts of that kind, when so many have gone out. */
    private List<String> told(String kind, int wanted) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.of(visit).stream()
                                .filter(it -> it.kind().equals(kind) && it.state() == Deliveries.State.SENT)
                                .count()
                        == wanted);
        var here = appointments.participants(visit).stream().map(it -> it.id()).toList();
        var word = kind.equals("LATE") ? "lite senare" : "börjar nu";
        return caught.newest(Optional.empty(), 50).stream()
                .filter(it -> here.contains(it.participant()) && it.text().contains(word))
                .map(it -> it.text())
                .toList();
    }
}
