package se.vardrum.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.BookAppointment.Outcome;
import se.vardrum.appointment.BookAppointment.Rule;
import se.vardrum.directory.CareUnitId;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.Deliveries;
import se.vardrum.visit.StartVisit;

@SpringBootTest
@Import(World.class)
class VisitTypesTests {

    private static final BookAppointment.Guest LATE =
            new BookAppointment.Guest("Lena", "Sen", "+46701740611", null, "sv");

    @Autowired
    World world;

    @Autowired
    VisitTypes types;

    @Autowired
    VisitTypeTable table;

    @Autowired
    BookAppointment book;

    @Autowired
    Appointments appointments;

    @Autowired
    ChangeParticipants change;

    @Autowired
    StartVisit start;

    @Autowired
    Links links;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient sql;

    private CareUnitId unit;

    @BeforeEach
    void begin() {
        world.begin();
        unit = new CareUnitId(world.anna.unit());
    }

    @Test
    void aUnitThatHasChangedNothingHasTheFiveOfTheGuide() {
        assertThat(types.open(unit))
                .extracting(it -> it.name("sv"))
                .containsExactly("Videobesök", "Videomöte", "Videosamtal", "Schemalagt", "Schemalagd fri");
    }

    @Test
    void whatAUnitChangesHoldsThereAndNowhereElse() {
        own("video-visit", it -> changed(it, false, true, true));
        assertThat(types.find("video-visit", unit).orElseThrow().guests()).isFalse();
        assertThat(types.of(unit)).hasSize(5);
        assertThat(types.find("video-visit", new CareUnitId(world.stranger.unit()))
                        .orElseThrow()
                        .guests())
                .isTrue();
    }

    @Test
    void whatATypeForbidsCannotBeBooked() {
        own("video-visit", it -> changed(it, false, false, true));
        assertThat(booked("video-visit", "aknebesvar", List.of(World.ERIK)))
                .isEqualTo(new Outcome.Against(Rule.GUESTS));
        assertThat(booked("video-visit", "aknebesvar", List.of(), world.daniel))
                .isEqualTo(new Outcome.Against(Rule.STAFF));
        own("video-meeting", it -> changed(it, true, true, false));
        assertThat(booked("video-meeting", "aknebesvar", List.of())).isEqualTo(new Outcome.Against(Rule.CLOSED));
        assertThat(booked("scheduled-free", " ", List.of())).isEqualTo(new Outcome.Against(Rule.HEADING));
        assertThat(booked("scheduled-free", "x".repeat(81), List.of())).isEqualTo(new Outcome.Against(Rule.HEADING));
        assertThat(booked("scheduled", "Möte om skolan", List.of())).isEqualTo(new Outcome.Unknown());
        assertThat(booked("no-such-type", "aknebesvar", List.of())).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void whatATypeForbidsCannotBeAddedLater() {
        var id = id(booked("video-visit", "aknebesvar", List.of()));
        own("video-visit", it -> changed(it, false, false, true));
        assertThat(change.addGuest(world.anna, id, LATE, "")).isEqualTo(ChangeParticipants.Outcome.NOT_ALLOWED);
        assertThat(change.addColleague(world.anna, id, World.role(world.daniel)))
                .isEqualTo(ChangeParticipants.Outcome.NOT_ALLOWED);
    }

    @Test
    void aFreeHeadingIsKeptAsWrittenWithoutASearchReason() {
        var it = appointments
                .find(id(booked("scheduled-free", "Möte om skolan", List.of())))
                .orElseThrow();
        assertThat(it.reason("sv")).isEqualTo("Möte om skolan").isEqualTo(it.reason("en"));
        assertThat(it.type().free()).isTrue();
    }

    @Test
    void scheduledMakesAndSendsNoLinkBeforeTheStartAndEveryLinkWithIt() {
        var id = id(booked("scheduled", "aknebesvar", List.of(World.ERIK)));
        assertThat(change.addGuest(world.anna, id, LATE, "")).isEqualTo(ChangeParticipants.Outcome.DONE);
        assertThat(links.general(id)).isEmpty();
        assertThat(links.personal(id)).isEmpty();
        assertThat(toldGuests(id)).isZero();
        assertThat(deliveries.of(id)).hasSize(1); // the patient

        assertThat(start.start(world.anna, id)).isEqualTo(StartVisit.Outcome.STARTED);
        assertThat(links.general(id)).isPresent();
        assertThat(links.personal(id)).hasSize(2);
        assertThat(toldGuests(id)).isEqualTo(2);

        var later = new BookAppointment.Guest("Nils", "Ny", "+46701740612", null, "sv");
        change.addGuest(world.anna, id, later, "");
        assertThat(links.personal(id)).hasSize(3);
        assertThat(toldGuests(id)).isEqualTo(3);
    }

    @Test
    void aTypeChangedAfterTheBookingTurnsNoPromiseAround() {
        var id = id(booked("scheduled", "aknebesvar", List.of(World.ERIK)));
        own(
                "scheduled",
                it -> new VisitType(
                        it.key(),
                        it.unit(),
                        it.nameSv(),
                        it.nameEn(),
                        it.aboutSv(),
                        it.aboutEn(),
                        true,
                        true,
                        4,
                        VisitType.LinksAt.BOOKING,
                        false,
                        it.heading(),
                        30,
                        List.of(),
                        true,
                        4));
        start.start(world.anna, id);
        assertThat(links.personal(id)).hasSize(1);
        assertThat(links.general(id)).isEmpty();
    }

    @Test
    void theDatabaseItselfKnowsNoOtherTypes() {
        id(booked("video-call", "aknebesvar", List.of()));
        assertThatThrownBy(() ->
                        sql.sql("update appointment set visit_type = 'made-up'").update())
                .hasMessageContaining("no such visit type");
        assertThatThrownBy(() -> sql.sql("delete from visit_type where key = 'video-call'")
                        .update())
                .hasMessageContaining("never deleted");
    }

    private long toldGuests(AppointmentId id) {
        return deliveries.of(id).stream()
                .filter(it -> links.personal(id).containsKey(it.participant()))
                .count();
    }

    private void own(String key, UnaryOperator<VisitType> change) {
        table.put(key, change.apply(types.find(key, unit).orElseThrow()), unit);
    }

    private static VisitType changed(VisitType it, boolean guests, boolean staff, boolean active) {
        return new VisitType(
                it.key(),
                it.unit(),
                it.nameSv(),
                it.nameEn(),
                it.aboutSv(),
                it.aboutEn(),
                guests,
                staff,
                it.maxProxies(),
                it.linksAt(),
                it.generalLink(),
                it.heading(),
                it.defaultMinutes(),
                it.reminders(),
                active,
                it.position());
    }

    private Outcome booked(String type, String heading, List<BookAppointment.Guest> guests, Actor.Staff... colleagues) {
        var it = world.request(world.jake, World.slot(World.inDays(3)), guests, colleagues);
        return book.book(
                world.anna,
                new BookAppointment.Request(
                        it.bookingKey(),
                        type,
                        heading,
                        it.description(),
                        it.slot(),
                        it.profile(),
                        it.mobile(),
                        it.guests(),
                        it.colleagues(),
                        "",
                        it.company()));
    }

    private static AppointmentId id(Outcome outcome) {
        return ((Outcome.Booked) outcome).id();
    }
}
