package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.vardrum.visit.web.CheckPeople.begin;
import static se.vardrum.visit.web.CheckPeople.finish;
import static se.vardrum.visit.web.CheckPeople.looksWell;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.Browser;
import se.vardrum.Turn;
import se.vardrum.World;
import se.vardrum.visit.DeviceCheck.Network;
import se.vardrum.visit.DeviceCheck.Way;

/** The network, tried against a real coturn: what gets through, what does not, and whose fault it is. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, CheckPeople.class})
class CheckNetworkTests extends CheckTest {

    private static final Turn TURN = new Turn();
    private static final String DEAD = "turn:127.0.0.1:9?transport=udp";

    /** Every answer and every ping takes so many milliseconds. */
    private static final String SLOW = """
            (() => {
              const send = RTCDataChannel.prototype.send;
              RTCDataChannel.prototype.send = function (it) {
                if (typeof it !== 'string') return send.call(this, it);
                setTimeout(() => this.readyState === 'open' && send.call(this, it), %d);
              };
            })()""";

    /** @param servers the server's answer instead of the real one; null: the real one, "": none comes */
    record Line(
            String what,
            @Nullable String servers,
            @Nullable String script,
            @Nullable Network kept,
            Way way,
            String sv,
            String en) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Line> lines() {
        var soon = Instant.now().plusSeconds(600);
        return Stream.of(
                new Line(
                        "blocked",
                        Turn.servers(soon, true, DEAD, "turn:127.0.0.1:9?transport=tcp"),
                        null,
                        Network.BLOCKED,
                        Way.NONE,
                        "Nätet släpper inte fram samtalet, varken över UDP eller TCP",
                        "The network does not let the call through, neither over UDP nor TCP"),
                new Line(
                        "wrong-password",
                        Turn.servers(soon, false, TURN.udp()),
                        null,
                        Network.FAULT,
                        Way.NONE,
                        "Vi kunde inte pröva nätet: felet är hos oss",
                        "We could not try the network: the fault is ours"),
                new Line(
                        "expired",
                        Turn.servers(Instant.now().minusSeconds(60), true, TURN.udp(), TURN.tcp()),
                        null,
                        Network.FAULT,
                        Way.NONE,
                        "Vi kunde inte pröva nätet: felet är hos oss",
                        "We could not try the network: the fault is ours"),
                new Line(
                        "direct",
                        "{\"ice\":[]}",
                        null,
                        Network.DIRECT,
                        Way.NONE,
                        "Vår server svarar",
                        "Our server answers"),
                new Line(
                        "weak",
                        null,
                        SLOW.formatted(250),
                        Network.WEAK,
                        Way.UDP,
                        "Nätet är lite svagt: bilden kan bli ojämn, ljudet går bra",
                        "The network is a little weak: the picture may stutter, the sound is fine"),
                new Line(
                        "poor",
                        null,
                        SLOW.formatted(700),
                        Network.POOR,
                        Way.UDP,
                        "Nätet är svagt: även ljudet kan hacka",
                        "The network is weak: the sound may stutter too"),
                new Line(
                        "offline",
                        "",
                        null,
                        Network.BLOCKED,
                        Way.NONE,
                        "Du har ingen kontakt med internet",
                        "You have no contact with the internet"),
                new Line(
                        "tcp",
                        Turn.servers(soon, true, TURN.tcp()),
                        null,
                        Network.GOOD,
                        Way.TCP,
                        "Nätet är bra för både bild och ljud",
                        "The network is good for picture and sound"));
    }

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry properties) {
        TURN.settings(properties);
    }

    @BeforeEach
    void aVisit() {
        world.begin();
        visit = world.booked();
    }

    @AfterEach
    void brokenOnPurpose() {
        Browser.mayHaveComplained();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aNetworkIsToldInBothLanguages(Line it) {
        for (var language : CheckPeople.languages(it.what())) {
            var page = people.open(port, visit, language, CheckPeople.Options.script(it.script()));
            if (it.servers() != null) answers(page, it.servers());
            begin(page);
            assertThat(page.locator("#result-network")).hasText(language.equals("sv") ? it.sv() : it.en());
            finish(page);
            looksWell(page, "network-" + it.what() + "-" + language);
            Browser.close(page);
        }
        await("what is kept").untilAsserted(() -> {
            assertThat(people.check(visit)).isNotNull();
            assertThat(people.check(visit).found().network()).isEqualTo(it.kept());
            assertThat(people.check(visit).found().way()).isEqualTo(it.way());
        });
    }

    @Test
    void anotherNetworkMayBeTriedAtOnce() {
        var page = people.open(port, visit, "sv", CheckPeople.Options.script(null));
        answers(page, Turn.servers(Instant.now().plusSeconds(60), true, DEAD));
        begin(page);
        finish(page);
        assertThat(page.locator("#verdict-title")).hasText("Nätet behöver bytas");
        page.unroute("**/check/network");
        page.locator("[data-again=network]").click();
        assertThat(page.locator("#verdict-title")).hasText("Allt fungerar");
        Browser.close(page);
    }

    private static void answers(Page page, String servers) {
        page.route("**/check/network", it -> {
            if (servers.isEmpty()) it.abort();
            else
                it.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(servers));
        });
    }
}
