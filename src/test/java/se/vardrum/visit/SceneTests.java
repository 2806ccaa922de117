package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.patient.Interpreter;

/** What one of those in a visit is told, and what not. */
@SpringBootTest
@Import(World.class)
class SceneTests {

    private static final Guest SEAT =
            new Guest("", "", null, null, "sv", new InterpreterSeat(Interpreter.Kind.SPOKEN, "arabiska", ""));

    @Autowired
    World world;

    @Autowired
    Scene scene;

    @Autowired
    Arrive arrive;

    @Autowired
    StartVisit start;

    @Autowired
    KeepDoor keep;

    @Autowired
    ArrivalTable arrivals;

    @Autowired
    LiveNodeTable nodes;

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    OpenLink open;

    @Autowired
    Languages languages;

    private AppointmentId visit;
    private Texts sv;
    private Texts en;

    @BeforeEach
    void begin() {
        world.begin();
        sv = languages.of("sv");
        en = languages.of("en");
        visit = world.booked(
                world.anna, world.request(world.jake, World.slot(World.inDays(1)), List.of(SEAT), world.daniel));
    }

    @Test
    void theInterpreterIsMissedUntilOneIsThere() {
        start.start(world.anna, visit);
        assertThat(scene.missing(scene.of(visit), sv)).isEqualTo("Tolken (arabiska) är inte här än.");
        var seat = appointments.participants(visit).stream()
                .filter(Participant::interpreter)
                .findFirst()
                .orElseThrow();
        var link = links.personal(seat.id());
        var outcome = (OpenLink.Outcome.Open) open.look(link.substring(link.lastIndexOf('/') + 1));
        var place = World.place(
                arrive.guest(outcome.invitation(), outcome.appointment(), World.browser(), "Samira Haddad"));
        assertThat(scene.missing(scene.of(visit), sv)).as("not there yet").isNotEmpty();
        var node = UUID.randomUUID();
        nodes.alive(node);
        arrivals.connected(place, "a-page", node);
        assertThat(scene.missing(scene.of(visit), sv)).isEmpty();
        assertThat(nodes.bury(node)).contains(visit);
        assertThat(scene.missing(scene.of(visit), en)).isEqualTo("The interpreter (arabiska) is not here yet.");
    }

    @Test
    void thatAnotherStartedThanWasBookedIsToldWithBothNames() {
        start.start(world.daniel, visit);
        var instead = scene.instead(scene.of(visit));
        assertThat(instead).isEqualTo(new Scene.Instead(world.daniel.name(), "Sjuksköterska", world.anna.name()));
    }

    @Test
    void whoWasBookedAndStartsStandsInForNobody() {
        start.start(world.anna, visit);
        assertThat(scene.instead(scene.of(visit))).isNull();
    }

    @Test
    void aReadyNoteIsReadInTheOwnLanguageAndOnesOwnWordsAsTheyAre() {
        keep.write(world.anna, visit, ReadyNote.SOON, null);
        assertThat(scene.of(visit).visit().noteIn(sv)).isEqualTo("Vi är strax hos dig.");
        assertThat(scene.of(visit).visit().noteIn(en)).isEqualTo("We will be with you shortly.");
        keep.write(world.daniel, visit, null, "Vi börjar om fem minuter.");
        assertThat(scene.of(visit).visit().noteIn(en)).isEqualTo("Vi börjar om fem minuter.");
        keep.write(world.daniel, visit, null, null);
        assertThat(scene.of(visit).visit().noteIn(sv)).isEmpty();
        assertThat(keep.write(world.stranger, visit, ReadyNote.SOON, null)).isEqualTo(DoorOutcome.NOT_FOUND);
    }
}
