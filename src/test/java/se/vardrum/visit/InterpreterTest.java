package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.AgencyText;
import se.vardrum.messaging.Deliveries;
import se.vardrum.page.Ids;
import se.vardrum.page.Site;
import se.vardrum.patient.Company;
import se.vardrum.patient.Interpreter;

/** Visits with an interpreter's seat, and whoever comes to take it. */
abstract class InterpreterTest {

    static final InterpreterSeat ARABIC = new InterpreterSeat(Interpreter.Kind.SPOKEN, "arabiska", "TF-4711");
    static final Guest NOBODY = new Guest("", "", null, null, "sv", ARABIC);
    static final Guest SAMIRA = new Guest("Samira", "Haddad", "+46701740630", null, "sv", ARABIC);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    BookAppointment book;

    @Autowired
    ChangeParticipants change;

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    AgencyText agencyText;

    @Autowired
    Deliveries deliveries;

    @Autowired
    StartVisit start;

    @Autowired
    Admit admit;

    @Autowired
    Visits visits;

    @Autowired
    Site site;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void begin() {
        world.begin();
    }

    AppointmentId booked(Guest interpreter) {
        return world.booked(
                world.anna, world.request(world.jake, World.slot(World.inDays(1)), List.of(interpreter), world.daniel));
    }

    BookAppointment.Request request(String type, String heading, Guest... guests) {
        return new BookAppointment.Request(
                Ids.next(),
                type,
                heading,
                "",
                World.slot(World.inDays(1)),
                world.jake.id(),
                world.jake.mobile(),
                List.of(guests),
                List.of(),
                "",
                Company.ALONE);
    }

    /** Who is there, as whoever comes by that link hears it. */
    String live(String path, AppointmentId visit) {
        var visitor = visitor(path);
        visitor.call(path, "device", "camera,microphone");
        var socket = visitor.socket("/visits/" + visit.value() + "/live?page=page-"
                + UUID.randomUUID().toString().substring(0, 8));
        return socket.hears("welcome").path("people").toString();
    }

    Participant seat(AppointmentId visit) {
        return appointments.participants(visit).stream()
                .filter(Participant::interpreter)
                .findFirst()
                .orElseThrow();
    }

    String path(AppointmentId visit) {
        return links.personal(seat(visit).id()).substring(site.url().length());
    }

    Visitor visitor(String path) {
        var visitor = new Visitor(port);
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return visitor;
    }

    Arrival join(String path, String... fields) {
        var answer = visitor(path).call(path, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var place = UUID.fromString(answer.body().replaceAll(".*\"arrival\":\"([^\"]+)\".*", "$1"));
        var visit = UUID.fromString(answer.body().replaceAll(".*\"visit\":\"([^\"]+)\".*", "$1"));
        return arrival(new AppointmentId(visit), new ArrivalId(place));
    }

    Arrival arrival(AppointmentId visit, ArrivalId id) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
