package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.vardrum.World.Guardian;
import se.vardrum.patient.ImportFamilies.Own;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.UnitPatients;

/** What the rules for children forbid is refused at every form, also for a draft that was right when it was begun. */
class ChildStepTests extends WizardTest {

    @Autowired
    UnitPatients units;

    @Test
    void aForbiddenBookingDoesNotBeginAndTheWayOutIsSaid() {
        var child = child(14, 0, Own.NONE);
        var through = world.through(child, world.ove).id().value().toString();
        var answer = anna.press("/bookings", "patient", through, "type", "video-visit");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("då måste det ombudet vara med (regel 2)", "Lägg till ombudet");
        assertThat(anna.press("/bookings", "patient", through, "type", "video-visit", "proxy", ove())
                        .location())
                .endsWith("/details");
    }

    @Test
    void aDraftIsChangedOnlyToWhatTheRulesAllow() {
        var child = child(14, 0, Own.BY_STAFF);
        var own = world.own(child).id().value().toString();
        begin(own, "video-meeting");
        var refused = anna.press(at("company"), "profile", own, "proxy", ove(), "place", "same", "type", "video-visit");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("(regel 1)");
        assertThat(anna.see(at("company")).body()).contains("Vilka ska vara med?", "Är alla på samma plats?");
        assertThat(anna.press(at("company"), "profile", own, "type", "video-visit")
                        .location())
                .isEqualTo("/bookings/" + draft);
    }

    @Test
    void aDraftThatWasRightWhenItWasBegunIsRefusedAtItsLastButton() {
        var child = child(14, 0, Own.BY_CHILD);
        begin(world.own(child).id().value().toString(), "video-meeting");
        details("Aknebesvär", day, "10:00");
        sql.sql("update proxy set until = :day where person_id = :child")
                .param("child", child.value())
                .param("day", LocalDate.now().minusDays(1))
                .update();
        var refused = anna.press(at("confirm"), "ring", "yes");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("inte rätt att företräda", "Vilka ska vara med?");
        assertThat(sql.sql("select count(*) from appointment where person_id = :child")
                        .param("child", child.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aChildWithoutANumberBesideAProxyWhoHasOneIsAskedForNone() {
        begin(world.own(child(14, 0, Own.BY_CHILD)).id().value().toString(), "video-meeting");
        details("Aknebesvär", day, "11:00");
        assertThat(anna.see(at("confirm")).body())
                .doesNotContain("name=\"mobile\"")
                .contains("Du är ombud");
        var booked = anna.press(at("confirm")).location();
        assertThat(booked).endsWith("/booked");
        assertThat(sql.sql("select count(*) from appointment_task where appointment_id = :id::uuid")
                        .param("id", booked.split("/")[2])
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onADayWhenTheChildIsGrownUpStepOneSaysSoAtTheDate() {
        var child = child(17, 2, Own.BY_CHILD);
        begin(world.own(child).id().value().toString(), "video-meeting");
        var refused = details("Aknebesvär", LocalDate.now(STOCKHOLM).plusDays(3).toString(), "10:00");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"date-problem\"", "I den åldern bokas patienten som vuxen", "Ändra vilka som är med");
    }

    @Test
    void anotherTypeThanTheProposedNeedsASentenceThatIsAskedForOnce() {
        var own = world.own(child(15, 0, Own.BY_CHILD)).id().value().toString();
        var asked = anna.press("/bookings", "patient", own, "proxy", ove(), "place", "same", "type", "scheduled");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("id=\"why-problem\"", "(regel 3)", "Schemalagt");
        assertThat(anna.press(
                                "/bookings",
                                "patient",
                                own,
                                "proxy",
                                ove(),
                                "place",
                                "same",
                                "type",
                                "scheduled",
                                "why",
                                "Skolan delar länken.")
                        .location())
                .endsWith("/details");
    }

    @Test
    void somebodyElsesProfileIsNotFoundAmongTheChilds() {
        var own = world.own(child(15, 0, Own.BY_CHILD)).id().value().toString();
        assertThat(anna.press(
                                "/bookings",
                                "patient",
                                own,
                                "profile",
                                world.jake.id().value().toString(),
                                "type",
                                "video-visit")
                        .status())
                .isEqualTo(404);
    }

    private void begin(String profile, String type) {
        draft = anna.press("/bookings", "patient", profile, "proxy", ove(), "place", "same", "type", type)
                .id();
    }

    private String ove() {
        return world.ove.person().value().toString();
    }

    private PersonId child(int years, int inDays, Own own) {
        var child = world.child(years, inDays, own, new Guardian(world.ove, true));
        units.add(world.anna.unit(), child);
        return child;
    }
}
