package se.vardrum.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
import se.vardrum.visit.Visits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the pages of the device check. */
abstract class CheckDoorTest {

    static final AtomicInteger RUNS = new AtomicInteger();
    static final String[] GOOD = {
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

    AppointmentId visit;

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

    JsonNode ice(Visitor visitor, String door) {
        var answer = visitor.call(door + "/check/network");
        assertThat(answer.status()).isEqualTo(200);
        var servers = JsonMapper.shared().readTree(answer.body()).path("ice");
        assertThat(servers.get(0).path("urls").get(0).asString()).isEqualTo("turn:turn.example:3478?transport=udp");
        return servers;
    }

    static String[] with(String name, String value) {
        var fields = new ArrayList<>(List.of(GOOD));
        fields.set(fields.indexOf(name) + 1, value);
        return fields.toArray(String[]::new);
    }

    Participant guest() {
        return appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
    }

    String personal() {
        return links.personal(guest().id()).substring(site.url().length());
    }

    String general() {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    int rows() {
        return visits.checks(List.of(visit)).size();
    }
}
