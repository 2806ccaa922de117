package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.ParticipantKind;

/** Who comes by the link of an interpreter's seat: the name is given at the door. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class InterpreterDoorTests extends InterpreterTest {

    @Test
    void theDoorAsksForTheNameAloneAndTheSeatKeepsIt() {
        var visit = booked(NOBODY);
        var page = new Visitor(port).get(path(visit)).body();
        assertThat(page)
                .contains("id=\"name\"", "data-asks=\"true\"", "data-let-in=\"true\"")
                .doesNotContain("id=\"role\"", "Jake", "Nordin", "arabiska", "TF-4711");
        assertThat(new Visitor(port).get(path(visit)).body()).contains("data-asks=\"true\""); // a look changes nothing
        assertThat(visitor(path(visit)).call(path(visit), "name", " ").status()).isEqualTo(422);
        assertThat(join(path(visit), "name", "Samira El Haddad", "role", "chef").state())
                .isEqualTo(ArrivalState.WAITING);
        assertThat(seat(visit).firstName()).isEqualTo("Samira");
        assertThat(seat(visit).lastName()).isEqualTo("El Haddad");
        var arrival = visits.arrivals(visit).getFirst();
        assertThat(arrival.name()).isEqualTo("Samira El Haddad");
        assertThat(arrival.givenRole()).isEmpty();
        assertThat(arrival.participant()).isEqualTo(seat(visit).id());
        assertThat(new Visitor(port).get(path(visit)).body()).contains("data-asks=\"false\"", "Samira El Haddad");
    }

    @Test
    void whoeverHasTheLinkOfASeatWithoutAContactWaitsUntilLetInAlsoWhileTheVisitRuns() {
        var visit = booked(NOBODY);
        var samira = join(path(visit), "name", "Samira Haddad");
        start.start(world.anna, visit);
        assertThat(arrival(visit, samira.id()).state()).isEqualTo(ArrivalState.WAITING);
        admit.admit(world.anna, visit, samira.id());
        assertThat(arrival(visit, samira.id()).state()).isEqualTo(ArrivalState.ADMITTED);
        var another = join(path(visit), "name", "Bo Ek");
        assertThat(another.id()).isNotEqualTo(samira.id());
        assertThat(another.state()).isEqualTo(ArrivalState.WAITING);
        assertThat(arrival(visit, samira.id()).state()).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void whoeverSitsOnASeatThatIsTakenAwayIsPutOutAtOnceInEveryBrowser() {
        var visit = booked(NOBODY);
        var link = path(visit);
        var waiting = join(link, "name", "Samira Haddad");
        var inside = join(link);
        start.start(world.anna, visit);
        admit.admit(world.anna, visit, inside.id());
        change.remove(world.anna, visit, seat(visit).id());
        assertThat(visits.arrivals(visit)).extracting(Arrival::state).containsOnly(ArrivalState.REMOVED);
        assertThat(visits.arrivals(visit)).extracting(Arrival::id).contains(waiting.id(), inside.id());
        assertThat(new Visitor(port).get(link).status()).isEqualTo(410);
    }

    @Test
    void anInterpreterInvitedByNumberComesInAsAGuestDoes() {
        var visit = booked(SAMIRA);
        start.start(world.anna, visit);
        assertThat(join(path(visit)).state()).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void theOthersSeeNameRoleAndLanguage() {
        var visit = world.booked(world.anna, request("video-visit", "aknebesvar", SAMIRA, World.ERIK));
        start.start(world.anna, visit);
        live(path(visit), visit);
        var erik = appointments.participants(visit).stream()
                .filter(it -> it.kind() == ParticipantKind.GUEST)
                .findFirst()
                .orElseThrow();
        var people = live(links.personal(erik.id()).substring(site.url().length()), visit);
        assertThat(people).contains("Samira Haddad", "tolk, arabiska").doesNotContain("TF-4711", "Jake");
    }
}
