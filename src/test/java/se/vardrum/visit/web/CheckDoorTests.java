package se.vardrum.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.DemoVisits;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.Visits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may try the devices, with which credentials, and whose result is kept. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, DemoVisits.class})
class CheckDoorTests {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final String[] GOOD = {
        "camera",
        "OK",
        "microphone",
        "OK",
        "speaker",
        "OK",
        "network",
        "GOOD",
        "way",
        "UDP",
        "roundTrip",
        "45",
        "kbits",
        "3400",
        "browser",
        "SAFARI",
        "version",
        "26",
        "platform",
        "IPHONE"
    };

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    DemoVisits demo;

    @Autowired
    Links links;

    @Autowired
    Appointments appointments;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    Visits visits;

    @Autowired
    Site site;

    @Autowired
    JdbcClient sql;

    private AppointmentId visit;

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry properties) throws IOException {
        var secret = Files.writeString(Files.createTempFile("turn", ""), "north");
        properties.add("vardrum.turn.urls", () -> "turn:turn.example:3478?transport=udp");
        properties.add("vardrum.turn.secret-file", secret::toString);
    }

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
    }

    @Test
    void aGuestTriesAndTheResultIsKeptAsTheGuests() {
        var erik = new Visitor(port);
        var page = erik.get(personal() + "/check");
        assertThat(page.body())
                .contains("Prova kamera, mikrofon och nät", "Ring oss: +46 31 390 06 00", "Bara resultatet sparas")
                .doesNotContain("Jake", "Nordin", "Akne", "Testberga");
        assertThat(erik.call(personal() + "/check", GOOD).status()).isEqualTo(204);
        var kept = visits.checks(List.of(visit));
        assertThat(kept).containsOnlyKeys(guest().id());
        assertThat(kept.get(guest().id()).outcome()).isEqualTo(DeviceCheck.Outcome.OK);
        assertThat(kept.get(guest().id()).found().kbits()).isEqualTo(3400);

        assertThat(erik.call(personal() + "/check", with("camera", "BUSY")).status())
                .isEqualTo(204);
        assertThat(visits.checks(List.of(visit)).get(guest().id()).problems())
                .containsExactly(DeviceCheck.Problem.CAMERA);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void lookingKeepsNothingAndOpensNothing() {
        var scanner = new Visitor(port);
        for (int i = 0; i < 3; i++)
            assertThat(scanner.get(personal() + "/check").status()).isEqualTo(200);
        assertThat(rows()).isZero();
        assertThat(sql.sql("select count(*) from arrival where appointment_id = :visit")
                        .param("visit", visit.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverComesByTheGeneralLinkTriesButNothingIsKept() {
        var visitor = new Visitor(port);
        assertThat(visitor.get(general() + "/check").body()).contains("Resultatet sparas inte.");
        assertThat(ice(visitor, general())).isNotEmpty();
        assertThat(visitor.call(general() + "/check", GOOD).status()).isEqualTo(204);
        assertThat(rows()).isZero();
    }

    @Test
    void credentialsOfATryAreNotThoseOfACallAndLastAMinute() {
        var erik = new Visitor(port);
        erik.get(personal() + "/check");
        var name = ice(erik, personal()).get(0).path("username").asString();
        var until = Instant.ofEpochSecond(Long.parseLong(name.split(":")[0]));
        assertThat(until).isBetween(Instant.now().plusSeconds(40), Instant.now().plusSeconds(61));
        assertThat(name)
                .matches("\\d+:probe-[0-9a-f-]{36}")
                .doesNotContain(guest().id().value().toString());
        assertThat(ice(erik, personal()).get(0).path("username").asString()).isNotEqualTo(name);
    }

    @Test
    void aLinkThatIsNotOpenIsAnsweredAsAtTheDoorAndGivesNothing() {
        var erik = new Visitor(port);
        var link = personal();
        erik.get(link + "/check");
        cancel.cancel(world.anna, visit, "");
        for (var path : List.of(link, "/b/" + "0".repeat(22), "/b/%7Bx%7D", "/b/x")) {
            assertThat(erik.call(path + "/check/network").status()).as(path).isEqualTo(410);
            assertThat(erik.call(path + "/check", GOOD).status()).as(path).isEqualTo(410);
        }
        assertThat(erik.get(link + "/check").status()).isEqualTo(410);
        assertThat(erik.get(link + "/check").body()).contains("Besöket är avbokat");
        assertThat(erik.get("/b/" + "0".repeat(22) + "/check").status()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void wrongLinksAreCountedHereToo() {
        sql.sql("delete from wrong_token").update();
        new Visitor(port).get("/b/" + "1".repeat(22) + "/check");
        assertThat(sql.sql("select sum(attempts) from wrong_token")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        sql.sql("delete from wrong_token").update();
    }

    @Test
    void withoutThePagesTokenNothingIsTaken() {
        assertThat(new Visitor(port).call(personal() + "/check", GOOD).status()).isEqualTo(403);
        assertThat(new Visitor(port).call(personal() + "/check/network").status())
                .isEqualTo(403);
    }

    @Test
    void aWordWeDoNotKnowIsRefused() {
        var erik = new Visitor(port);
        erik.get(personal() + "/check");
        var wrong = List.of(
                with("camera", "BROKEN"),
                with("camera", ""),
                with("camera", "SILENT"),
                with("microphone", "DARK"),
                with("kbits", "-1"),
                with("kbits", "99999999999"),
                with("kbits", ""),
                with("roundTrip", "x"),
                with("version", "0"),
                with("version", "1000"),
                with("network", "BLOCKED"),
                with("network", "GOOD".repeat(9000)),
                with("way", "NONE"),
                with("platform", "<b>"));
        for (var fields : wrong)
            assertThat(erik.call(personal() + "/check", fields).status())
                    .as(Arrays.toString(fields))
                    .isEqualTo(400);
        assertThat(erik.call(personal() + "/check").status()).isEqualTo(400);
        assertThat(rows()).isZero();
    }

    @Test
    void theDatabaseTakesNothingElseEither() {
        new Visitor(port) {
            {
                get(personal() + "/check");
                call(personal() + "/check", GOOD);
            }
        };
        for (var change : List.of(
                "camera = 'SILENT'",
                "microphone = 'x'",
                "network = 'BLOCKED'",
                "way = 'NONE'",
                "kbits = null",
                "round_trip = -1",
                "platform = 'Jake'"))
            assertThatThrownBy(() -> sql.sql("update device_check set " + change + " where participant_id = :id")
                            .param("id", guest().id().value())
                            .update())
                    .as(change)
                    .hasMessageContaining("device_check");
    }

    @Test
    void thePatientAndTheStaffEachTryForThemselvesAndNobodyElseDoes() {
        var booked = demo.book(
                "Anna Lindgren",
                "Jake Nordin",
                Instant.now().plus(Duration.ofDays(40 + RUNS.getAndIncrement())).truncatedTo(ChronoUnit.HOURS),
                List.of(),
                "Daniel Ek");
        var patients = "/mina/visits/" + booked.value();
        var staffs = "/visits/" + booked.value();
        var jake = new Visitor(port).signedInAs("Jake Nordin");
        assertThat(jake.get(patients + "/check").body()).contains("data-kept=\"true\"", patients + "\"");
        assertThat(ice(jake, patients)).isNotEmpty();
        assertThat(jake.call(patients + "/check", GOOD).status()).isEqualTo(204);
        var daniel = new Visitor(port).signedInAs("Daniel Ek");
        assertThat(daniel.get(staffs + "/check").body()).contains(staffs + "/call\"");
        assertThat(ice(daniel, staffs)).isNotEmpty();
        assertThat(daniel.call(staffs + "/check", with("microphone", "DENIED")).status())
                .isEqualTo(204);
        var ofWhom = appointments.participants(booked).stream()
                .filter(it -> visits.checks(List.of(booked)).containsKey(it.id()))
                .map(Participant::name);
        assertThat(ofWhom).containsExactlyInAnyOrder("Jake Nordin", "Daniel Ek");

        for (var stranger : List.of(
                new Visitor(port).signedInAs("Ove Berg"),
                new Visitor(port).signedInAs("Karin Sund"),
                new Visitor(port))) {
            stranger.get("/");
            stranger.get("/login");
            for (var path : List.of(patients, staffs)) {
                assertThat(stranger.call(path + "/check/network").body()).doesNotContain("credential");
                assertThat(stranger.call(path + "/check", GOOD).status()).isNotEqualTo(204);
                assertThat(stranger.get(path + "/check").status()).isNotEqualTo(200);
            }
        }
    }

    @Test
    void underProtectedIdentityALinkTellsNoNumber() {
        sql.sql("update person set protected_identity = true where id = :id")
                .param("id", world.jake.person().value())
                .update();
        assertThat(new Visitor(port).get(personal() + "/check").body())
                .contains("ring den som bjöd in dig")
                .doesNotContain("31 390 06 00", "tel:");
    }

    private JsonNode ice(Visitor visitor, String door) {
        var answer = visitor.call(door + "/check/network");
        assertThat(answer.status()).isEqualTo(200);
        var servers = JsonMapper.shared().readTree(answer.body()).path("ice");
        assertThat(servers.get(0).path("urls").get(0).asString()).isEqualTo("turn:turn.example:3478?transport=udp");
        return servers;
    }

    private static String[] with(String name, String value) {
        var fields = new ArrayList<>(List.of(GOOD));
        fields.set(fields.indexOf(name) + 1, value);
        return fields.toArray(String[]::new);
    }

    private Participant guest() {
        return appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
    }

    private String personal() {
        return links.personal(guest().id()).substring(site.url().length());
    }

    private String general() {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    private int rows() {
        return visits.checks(List.of(visit)).size();
    }
}
