package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;

/** A visit with guests who speak the WebSocket directly. */
abstract class SocketTest {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    Site site;

    @Autowired
    Appointments appointments;

    @Autowired
    ChangeParticipants change;

    @Autowired
    StartVisit start;

    @Autowired
    EndVisit end;

    @Autowired
    Admit admit;

    @Autowired
    Arrive arrive;

    @Autowired
    Visits visits;

    @Autowired
    ArrivalTable arrivals;

    @Autowired
    Environment env;

    AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
    }

    /** A guest with a place and a socket. */
    record Guest(Visitor visitor, ArrivalId place, Visitor.Socket socket) {}

    Guest byPersonalLink(int node) {
        return join(node, links.personal(guestId()), "");
    }

    se.vardrum.appointment.ParticipantId guestId() {
        return appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow()
                .id();
    }

    Guest byGeneralLink(int node, String name) {
        return join(node, links.general(visit).orElseThrow(), name);
    }

    Guest join(int node, String link, String name) {
        var visitor = new Visitor(node);
        var path = link.substring(site.url().length());
        assertThat(visitor.get(path).status()).isEqualTo(200);
        var answer =
                visitor.call(path, "name", name, "role", name.isEmpty() ? "" : "tolk", "device", "camera,microphone");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var place = new ArrivalId(UUID.fromString(answer.body().replaceAll(".*\"arrival\":\"([^\"]+)\".*", "$1")));
        var socket = visitor.socket(path("page-" + UUID.randomUUID().toString().substring(0, 8)));
        assertThat(socket).isNotNull();
        return new Guest(visitor, place, socket);
    }

    String path(String page) {
        return page.startsWith(site.url())
                ? page.substring(site.url().length())
                : "/visits/" + visit.value() + "/live?page=" + page;
    }

    static String signal(ArrivalId to, String text) {
        return "{\"type\":\"signal\",\"to\":\"%s\",\"page\":\"x\",\"body\":{\"x\":\"%s\"}}".formatted(to.value(), text);
    }
}
