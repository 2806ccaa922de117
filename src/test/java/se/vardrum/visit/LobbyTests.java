package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.Participant;

/** The lobby, enforced in signalling: speaks the WebSocket directly as each of those who should get nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class LobbyTests extends SocketTest {

    @Test
    void oneWhoWaitsHearsTheOwnStateAndNothingElse() {
        var erik = byPersonalLink(port);
        start.start(world.anna, visit);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        assertThat(tolk.socket().hears("waiting").path("state").asString()).isEqualTo("KNOCKING");

        tolk.socket().say(signal(erik.place(), "let me in"));
        erik.socket().say(signal(tolk.place(), "are you there"));

        assertThat(tolk.socket().everythingUntilPong())
                .doesNotContain("people", "ice", "signal", "Erik", "are you there");
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("let me in", "Tove");
    }

    @Test
    void nobodyCanSpeakAsAnother() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        tolk.socket()
                .say("{\"type\":\"signal\",\"from\":\"%s\",\"to\":\"%s\",\"page\":\"x\",\"body\":{\"x\":1}}"
                        .formatted(UUID.randomUUID(), erik.place().value()));
        assertThat(erik.socket().hears("signal").path("from").asString())
                .isEqualTo(tolk.place().value().toString());
    }

    @Test
    void oneWhoIsRefusedOrTakenAwayHearsNothingMore() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        tolk.socket().hears("waiting");
        admit.refuse(world.anna, visit, tolk.place());
        assertThat(tolk.socket().hears("waiting").path("state").asString()).isEqualTo("REFUSED");
        var guest = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        change.remove(world.anna, visit, guest.id());
        assertThat(erik.socket().hears("waiting").path("state").asString()).isEqualTo("REMOVED");

        var late = byGeneralLink(port, "Late");
        admit.admit(world.anna, visit, late.place());
        late.socket().hears("welcome");
        late.socket().say(signal(erik.place(), "secret"));
        erik.socket().say(signal(late.place(), "ghost"));
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("secret", "Late");
        assertThat(late.socket().everythingUntilPong()).doesNotContain("ghost", "Erik");
        assertThat(tolk.socket().everythingUntilPong()).doesNotContain("people", "Late");
    }

    @Test
    void whoWasSentBackToWaitGetsNothingByAnAdmissionThatIsPlayedAgain() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        assertThat(admit.sendBack(world.anna, visit, tolk.place())).isEqualTo(DoorOutcome.DONE);
        assertThat(tolk.socket().hears("waiting").path("state").asString()).isEqualTo("HELD");

        var again = tolk.visitor()
                .call("/visits/" + visit.value() + "/admit/" + tolk.place().value());
        assertThat(again.status()).as("letting oneself in").isNotEqualTo(204);
        tolk.socket().say(signal(erik.place(), "I know your id"));
        var newer = tolk.visitor().socket(path("newer-page-1"));
        assertThat(newer.hears("waiting").path("state").asString()).isEqualTo("HELD");
        newer.say(signal(erik.place(), "and from here"));
        erik.socket().say(signal(tolk.place(), "are you still there"));

        assertThat(newer.everythingUntilPong()).doesNotContain("people", "ice", "Erik", "are you still there");
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("I know your id", "and from here");
        assertThat(visits.arrivals(visit).stream()
                        .filter(it -> it.id().equals(tolk.place()))
                        .findFirst()
                        .orElseThrow()
                        .state())
                .isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void whoWasPutOutGetsNoSocketRoomHoweverOftenThePageComesBack() {
        start.start(world.anna, visit);
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        admit.remove(world.anna, visit, tolk.place());
        assertThat(tolk.socket().hears("waiting").path("state").asString()).isEqualTo("REMOVED");
        assertThat(admit.admit(world.anna, visit, tolk.place())).isEqualTo(DoorOutcome.NOT_NOW);
        var link = links.general(visit).orElseThrow().substring(site.url().length());
        tolk.visitor().call(link, "name", "Tove Tolk", "role", "tolk", "device", "");
        var newer = tolk.visitor().socket(path("newer-page-1"));
        assertThat(newer.hears("waiting").path("state").asString()).isEqualTo("REMOVED");
        assertThat(newer.everythingUntilPong()).doesNotContain("people", "ice");
    }

    @Test
    void aGuestsSecondBrowserHearsOnlyThatItWaitsAndWhenThePlaceWillBeFree() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var other = byPersonalLink(port);
        var waits = other.socket().hears("waiting");
        assertThat(waits.path("state").asString()).isEqualTo("OTHER");
        assertThat(waits.has("free")).isFalse();
        erik.socket().say(signal(other.place(), "who are you"));
        other.socket().say(signal(erik.place(), "it is me"));
        assertThat(other.socket().everythingUntilPong()).doesNotContain("people", "ice", "who are you");
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("it is me");
        erik.socket().hangUp();
        assertThat(other.socket().hears("waiting").path("free").asString()).isNotEmpty();
    }

    @Test
    void withoutAPlaceThereIsNoSocketAndAPlaceInOneVisitOpensNoOther() {
        assertThat(new Visitor(port).socket(path("page-12345"))).isNull();
        var erik = byPersonalLink(port);
        world.begin();
        visit = world.booked();
        assertThat(erik.visitor().socket(path("page-12345"))).isNull();
    }

    @Test
    void aGuestsPagesAndMessagesHoldNothingOfThePatient() {
        var jake = World.place(arrive.patient(world.signedIn(world.jake), visit, World.browser()));
        arrivals.connected(jake, "page-of-jake", UUID.randomUUID());
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        var people = erik.socket().hears("welcome").path("people");
        assertThat(people.get(0).path("name").asString()).isEqualTo("Patienten");
        var page = erik.visitor().get(path(links.personal(guestId()))).body();
        assertThat(page + erik.socket().everythingUntilPong())
                .doesNotContain("Jake", "Nordin", "Akne", "svart", world.jake.mobile(), world.jake.identityNumber());
    }

    @Test
    void whoIsThereByALinkThatWentToTheWrongNumberGoesWhenItIsCorrected() {
        start.start(world.anna, visit);
        var stranger = byPersonalLink(port);
        stranger.socket().hears("welcome");
        var right = new se.vardrum.appointment.BookAppointment.Guest("Erik", "Sjö", "+46701740699", null, "sv");
        change.correctGuest(world.anna, visit, guestId(), right, null);
        stranger.socket().hears("left");
        assertThat(stranger.visitor().socket(path("newer-page-1"))).isNull();
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        erik.socket().say(signal(stranger.place(), "hello"));
        assertThat(stranger.socket().everything()).doesNotContain("hello");
    }
}
