package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Vardrum;
import se.vardrum.World;

/** Speaks the WebSocket directly, as those who are in the call. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class LiveSocketTests extends SocketTest {

    @Test
    void whenAdmittedOneHearsWhoIsThereAndSignalsBothWays() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        tolk.socket().hears("waiting");
        admit.admit(world.anna, visit, tolk.place());
        var welcome = tolk.socket().hears("welcome");
        assertThat(welcome.path("people").get(0).path("name").asString()).isEqualTo("Erik Sjö");
        assertThat(erik.socket()
                        .hears("people")
                        .path("people")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Tove Tolk");

        tolk.socket().say(signal(erik.place(), "offer"));
        var heard = erik.socket().hears("signal");
        assertThat(heard.path("body").path("x").asString()).isEqualTo("offer");
        assertThat(heard.path("from").asString()).isEqualTo(tolk.place().value().toString());
    }

    @Test
    void theNewestPageOfAPersonTakesOver() {
        var erik = byPersonalLink(port);
        erik.socket().hears("waiting");
        var second = erik.visitor().socket(path("newer-page-1"));
        second.hears("waiting");
        erik.socket().hears("replaced");
    }

    @RepeatedTest(10) // an end read half would be told as having left
    void theEndIsHeardByAll() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        end.end(world.anna, visit);
        erik.socket().hears("ended");
    }

    @Test
    void oneWhoFallsSilentIsShownSo() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        erik.socket().hangUp();
        await().until(() -> !tolk.socket()
                .hears("people")
                .path("people")
                .get(0)
                .path("online")
                .asBoolean());
    }

    @Test
    void rubbishClosesTheSocketAndHarmsNoOneElse() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        tolk.socket().say("{not json");
        await().until(tolk.socket()::closed);
        erik.socket().everythingUntilPong();
    }

    @Test
    void twoOnDifferentNodesMeet() {
        var application = new SpringApplication(Vardrum.class);
        try (var other = application.run(
                "--server.port=0",
                "--vardrum.database.url=" + env.getProperty("vardrum.database.url"),
                "--vardrum.database.user=postgres",
                "--vardrum.secret-file=" + env.getProperty("vardrum.secret-file"),
                "--vardrum.demo=true")) {
            int second = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
            start.start(world.anna, visit);
            var erik = byPersonalLink(port);
            erik.socket().hears("welcome");
            var tolk = byGeneralLink(second, "Tove Tolk");
            admit.admit(world.anna, visit, tolk.place());
            tolk.socket().hears("welcome");
            tolk.socket().say(signal(erik.place(), "from afar"));
            assertThat(erik.socket().hears("signal").path("body").path("x").asString())
                    .isEqualTo("from afar");
            erik.socket().say(signal(tolk.place(), "and back"));
            assertThat(tolk.socket().hears("signal").path("body").path("x").asString())
                    .isEqualTo("and back");
        }
    }

    @Test
    void anOfferOfManyPiecesArrivesWholeAndOneThatNeverEndsClosesTheSocket() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        var longOne = "offer ".repeat(3_000);
        tolk.socket().say(signal(erik.place(), longOne));
        assertThat(erik.socket().hears("signal").path("body").path("x").asString())
                .isEqualTo(longOne);
        tolk.socket().say(signal(erik.place(), "x".repeat(70_000)));
        await().until(tolk.socket()::closed);
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("x".repeat(2_000));
    }
}
