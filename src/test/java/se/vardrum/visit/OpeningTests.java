package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.directory.SetOpening;
import se.vardrum.invitation.Links;
import se.vardrum.page.NotFound;
import se.vardrum.page.Site;

/** A unit that opens its waiting rooms some minutes before: too early one is told when, and staff are never refused. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class OpeningTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    SetOpening opening;

    @Autowired
    Directory directory;

    @Autowired
    Arrive arrive;

    @Autowired
    StartVisit start;

    @Autowired
    Visits visits;

    @Autowired
    Appointments appointments;

    @Autowired
    Site site;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    private AppointmentId visit;
    private Actor.Staff administrator;

    @BeforeEach
    void begin() {
        world.begin();
        var it = world.anna;
        administrator = new Actor.Staff(
                it.practitioner(),
                it.role(),
                it.name(),
                it.title(),
                it.unit(),
                it.unitName(),
                EnumSet.of(Actor.Right.ADMINISTRATOR));
        var soon = clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        visit = world.booked(
                world.anna, world.request(world.jake, World.slot(soon), List.of(World.ERIK), world.daniel));
    }

    @Test
    void fromTheBookingOnWhereNothingIsChosen() {
        assertThat(new Visitor(port).get(personal()).body()).contains("id=\"join\"");
        assertThat(arrive.patient(world.signedIn(world.jake), visit, browser()))
                .isInstanceOf(Arrive.Outcome.Here.class);
    }

    @Test
    void tooEarlyOneIsToldWhenAndNobodyGetsAPlace() {
        opening.set(administrator, 15);
        for (var link : List.of(personal(), general())) {
            var visitor = new Visitor(port);
            var page = visitor.get(link);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Väntrummet har inte öppnat än", "Du kan gå in från", "id=\"early\"")
                    .doesNotContain("id=\"join\"", "Jake", "Akne");
            var answer = visitor.call(link, "name", "Tove", "role", "tolk");
            assertThat(answer.status()).isEqualTo(423);
            assertThat(answer.body()).contains("Väntrummet har inte öppnat än");
        }
        assertThat(arrive.patient(world.signedIn(world.jake), visit, browser()))
                .isInstanceOf(Arrive.Outcome.Early.class);
        assertThat(visits.arrivals(visit)).isEmpty();
        assertThat(sql.sql("select count(*) from invitation where first_opened is not null and appointment_id = :id")
                        .param("id", visit.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void staffAreNeverRefusedAndTheStartOpensIt() {
        opening.set(administrator, 15);
        assertThat(arrive.staff(world.daniel, visit, browser())).isInstanceOf(Arrive.Outcome.Here.class);
        start.start(world.anna, visit);
        assertThat(new Visitor(port).get(personal()).body()).contains("id=\"join\"");
        assertThat(arrive.patient(world.signedIn(world.jake), visit, browser()))
                .isInstanceOf(Arrive.Outcome.Here.class);
    }

    @Test
    void whoIsInAlreadyStaysWhenTheUnitChooses() {
        var erik = new Visitor(port);
        erik.get(personal());
        assertThat(erik.call(personal()).status()).isEqualTo(200);
        opening.set(administrator, 15);
        assertThat(erik.get(personal()).body()).contains("data-joined=\"true\"");
        opening.set(administrator, null);
        assertThat(new Visitor(port).get(general()).body()).contains("id=\"join\"");
    }

    @Test
    void itFollowsTheTimeAsItIsNow() {
        opening.set(administrator, 15);
        sql.sql("update appointment set during = tstzrange(:from, :to) where id = :id")
                .param("id", visit.value())
                .param("from", java.sql.Timestamp.from(clock.instant().plus(Duration.ofMinutes(10))))
                .param("to", java.sql.Timestamp.from(clock.instant().plus(Duration.ofMinutes(40))))
                .update();
        assertThat(new Visitor(port).get(personal()).body()).contains("id=\"join\"");
    }

    @Test
    void aVisitThatNobodyStartedIsNotLeftWaitingFor() {
        move(Duration.ofHours(-11));
        assertThat(new Visitor(port).get(personal()).body()).contains("id=\"join\"");
        move(Duration.ofHours(-14));
        assertThat(new Visitor(port).get(personal()).body())
                .contains("Besökets tid har passerat", "Besöket har inte startat. Ring Testberga vårdcentral");
        start.start(world.anna, visit);
        assertThat(new Visitor(port).get(personal()).body()).contains("id=\"join\"");
    }

    @Test
    void onlyTheAdministratorChoosesAndOnlyWhatThereIs() {
        assertThatThrownBy(() -> opening.set(world.anna, 15)).isInstanceOf(NotFound.class);
        opening.set(administrator, 30);
        assertThat(directory.unit(new CareUnitId(administrator.unit())).opensMinutesBefore())
                .isEqualTo(30);
        assertThatThrownBy(() -> opening.set(administrator, 1))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void theAdministratorsPageSaysWhatIsWrongAndKeepsWhatWasTyped() {
        assertThat(new Visitor(port)
                        .signedInAs("Anna Lindgren")
                        .get("/unit/waiting-room")
                        .status())
                .isEqualTo(404);
        var karin = new Visitor(port).signedInAs("Karin Sund");
        assertThat(karin.get("/unit/waiting-room").body()).contains("När väntrummet öppnar", "value=\"\"");
        for (var wrong : List.of("2", "2000", "en kvart", "-5")) {
            var answer = karin.post("/unit/waiting-room", "minutes", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("value=\"" + wrong + "\"");
        }
        assertThat(karin.post("/unit/waiting-room", "minutes", " 20 ").location())
                .endsWith("/unit/visit-types");
        assertThat(karin.get("/unit/waiting-room").body()).contains("value=\"20\"");
        assertThat(karin.post("/unit/waiting-room", "minutes", "").location()).endsWith("/unit/visit-types");
        assertThat(karin.get("/unit/waiting-room").body()).contains("value=\"\"");
    }

    private void move(Duration by) {
        var from = clock.instant().plus(by);
        sql.sql("update appointment set during = tstzrange(:from, :to) where id = :id")
                .param("id", visit.value())
                .param("from", java.sql.Timestamp.from(from))
                .param("to", java.sql.Timestamp.from(from.plus(Duration.ofMinutes(30))))
                .update();
    }

    private static Browser browser() {
        return new Browser(UUID.randomUUID(), false, "");
    }

    private String personal() {
        var guest = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        return links.personal(guest.id()).substring(site.url().length());
    }

    private String general() {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }
}
