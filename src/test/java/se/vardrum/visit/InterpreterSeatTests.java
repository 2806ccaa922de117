package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import se.vardrum.World;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.ParticipantKind;

/** A seat is booked for an interpreter nobody knows yet. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class InterpreterSeatTests extends InterpreterTest {

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
}
