package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
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
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.AgencyText;
import se.vardrum.messaging.Deliveries;
import se.vardrum.page.Ids;
import se.vardrum.page.Site;
import se.vardrum.patient.Company;
import se.vardrum.patient.Interpreter;

/** A seat is booked for an interpreter nobody knows yet, who gives a name at the door. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class InterpreterSeatTests {

    private static final InterpreterSeat ARABIC = new InterpreterSeat(Interpreter.Kind.SPOKEN, "arabiska", "TF-4711");
    private static final Guest NOBODY = new Guest("", "", null, null, "sv", ARABIC);
    private static final Guest SAMIRA = new Guest("Samira", "Haddad", "+46701740630", null, "sv", ARABIC);

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

    private AppointmentId booked(Guest interpreter) {
        return world.booked(
                world.anna, world.request(world.jake, World.slot(World.inDays(1)), List.of(interpreter), world.daniel));
    }

    @Test
    void aSeatIsBookedWithoutANameAndHasALinkOfItsOwnAndNoMessage() {
        var visit = booked(NOBODY);
        var seat = seat(visit);
        assertThat(seat.kind()).isEqualTo(ParticipantKind.INTERPRETER);
        assertThat(seat.seat()).isEqualTo(ARABIC);
        assertThat(seat.unnamed()).isTrue();
        assertThat(links.personal(visit)).containsOnlyKeys(seat.id());
        assertThat(deliveries.of(visit)).noneMatch(it -> it.participant().equals(seat.id()));
    }

    @Test
    void anInterpreterWhoseNumberIsKnownIsInvitedAsOne() {
        var visit = booked(SAMIRA);
        assertThat(deliveries.of(visit))
                .anyMatch(it ->
                        it.participant().equals(seat(visit).id()) && it.kind().equals("INVITATION"));
        assertThat(seat(visit).toConfirm()).isFalse();
    }

    @Test
    void theLinkIsThereFromTheBookingOnAlsoWhereGuestsGetTheirsAtTheStart() {
        for (var type : List.of("video-visit", "video-meeting", "video-call", "scheduled")) {
            world.begin();
            var visit = world.booked(world.anna, request(type, "aknebesvar", SAMIRA, World.ERIK));
            boolean later = type.equals("scheduled");
            assertThat(links.personal(visit))
                    .as(type)
                    .hasSize(later ? 1 : 2)
                    .containsKey(seat(visit).id());
            change.addGuest(world.anna, visit, NOBODY, "");
            assertThat(links.personal(visit)).as(type).hasSize(later ? 2 : 3);
            start.start(world.anna, visit);
            assertThat(links.personal(visit)).as(type).hasSize(3);
            assertThat(deliveries.of(visit).stream()
                            .filter(it -> it.participant().equals(seat(visit).id()))
                            .toList())
                    .as(type)
                    .hasSize(1);
        }
        world.begin();
        assertThat(links.personal(world.booked(world.anna, request("scheduled-free", "Samtal", NOBODY))))
                .hasSize(1);
    }

    @Test
    void aTypeWithoutGuestsHasRoomForAnInterpreter() {
        var key = "alone-" + UUID.randomUUID().toString().substring(0, 8);
        sql.sql("""
                insert into visit_type (key, unit_id, name_sv, name_en, about_sv, about_en, guests, staff, max_proxies,
                  links_at, general_link, heading, default_minutes, reminders, active, position)
                values (:key, :unit, 'Ensam', 'Alone', '', '', false, false, 1, 'BOOKING', false, 'SEARCH_REASON', 30,
                  '{}', true, 9)
                """).param("key", key).param("unit", world.anna.unit()).update();
        assertThat(book.book(world.anna, request(key, "aknebesvar", World.ERIK)))
                .isEqualTo(new BookAppointment.Outcome.Against(BookAppointment.Rule.GUESTS));
        var visit = world.booked(world.anna, request(key, "aknebesvar", NOBODY));
        assertThat(change.addGuest(world.anna, visit, World.ERIK, ""))
                .isEqualTo(ChangeParticipants.Outcome.NOT_ALLOWED);
        assertThat(change.addGuest(world.anna, visit, SAMIRA, "")).isEqualTo(ChangeParticipants.Outcome.DONE);
    }

    @Test
    void theDatabaseRefusesASeatWithoutALanguageAndALanguageWithoutASeat() {
        var visit = booked(SAMIRA);
        for (var wrong : List.of(
                "interpreter_kind = null where kind = 'INTERPRETER'",
                "interpreter_language = '' where kind = 'INTERPRETER'",
                "interpreter_kind = 'SIGNED' where kind = 'PRACTITIONER'",
                "agency_reference = 'x' where kind = 'PATIENT'",
                "interpreter_language = 'x' where kind = 'PATIENT'",
                "kind = 'GUEST' where kind = 'INTERPRETER'"))
            assertThatThrownBy(() -> sql.sql("update participant set " + wrong + " and appointment_id = :id")
                            .param("id", visit.value())
                            .update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> book.book(
                        world.anna,
                        world.request(
                                world.ove,
                                World.slot(World.inDays(2)),
                                List.of(new Guest("", "", "+46701740631", null, "sv")))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theTextForTheAgencySaysAllOfTheSeatAndNothingOfThePatient() {
        var visit = booked(NOBODY);
        var link = links.personal(seat(visit).id());
        assertThat(agencyText.of(visit, seat(visit).id(), "sv"))
                .contains("Språk: arabiska", "Er referens: TF-4711", "30 minuter", link, "Testberga vårdcentral")
                .contains("+46 31 390 06 00")
                .doesNotContain("Jake", "Nordin", "Akne", "akne", "Ring på", "2007", "Videobesök", "Anna", "{");
        assertThat(agencyText.of(visit, seat(visit).id(), "en"))
                .contains("Language: arabiska (spoken)", "Your reference: TF-4711", link)
                .doesNotContain("Jake", "Nordin", "Acne", "{", "messaging.");
    }

    @Test
    void underProtectedIdentityTheTextForTheAgencyNamesNeitherUnitNorNumber() {
        var visit = booked(NOBODY);
        sql.sql("update person set protected_identity = true where id = :id")
                .param("id", world.jake.person().value())
                .update();
        assertThat(agencyText.of(visit, seat(visit).id(), "sv"))
                .contains("Språk: arabiska", links.personal(seat(visit).id()))
                .doesNotContain("Testberga", "390 06", "Beställare", "Jake", "Nordin");
        assertThat(change.addGuest(world.anna, visit, SAMIRA, "")).isEqualTo(ChangeParticipants.Outcome.REASON_NEEDED);
    }

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

    private BookAppointment.Request request(String type, String heading, Guest... guests) {
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
    private String live(String path, AppointmentId visit) {
        var visitor = visitor(path);
        visitor.call(path, "device", "camera,microphone");
        var socket = visitor.socket("/visits/" + visit.value() + "/live?page=page-"
                + UUID.randomUUID().toString().substring(0, 8));
        return socket.hears("welcome").path("people").toString();
    }

    private Participant seat(AppointmentId visit) {
        return appointments.participants(visit).stream()
                .filter(Participant::interpreter)
                .findFirst()
                .orElseThrow();
    }

    private String path(AppointmentId visit) {
        return links.personal(seat(visit).id()).substring(site.url().length());
    }

    private Visitor visitor(String path) {
        var visitor = new Visitor(port);
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return visitor;
    }

    private Arrival join(String path, String... fields) {
        var answer = visitor(path).call(path, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var place = UUID.fromString(answer.body().replaceAll(".*\"arrival\":\"([^\"]+)\".*", "$1"));
        var visit = UUID.fromString(answer.body().replaceAll(".*\"visit\":\"([^\"]+)\".*", "$1"));
        return arrival(new AppointmentId(visit), new ArrivalId(place));
    }

    private Arrival arrival(AppointmentId visit, ArrivalId id) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
