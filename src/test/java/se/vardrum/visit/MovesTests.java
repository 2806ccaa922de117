package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;

/** The moves there are: the code and the database have the same, and the database refuses every other. */
@SpringBootTest
@Import(World.class)
class MovesTests {

    @Autowired
    World world;

    @Autowired
    Arrive arrive;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void theDatabaseAllowsExactlyTheMovesOfTheTable() {
        assertThat(inDatabase("VISIT"))
                .isEqualTo(pairs(Arrays.stream(Moves.OfVisit.values())
                        .flatMap(it -> it.from.stream().map(from -> from + ">" + it.to))));
        assertThat(inDatabase("ARRIVAL"))
                .isEqualTo(pairs(Arrays.stream(Moves.OfArrival.values())
                        .flatMap(it -> it.from.stream().map(from -> from + ">" + it.to))));
    }

    @Test
    void everyOtherMoveIsRefusedWhoeverAsks() {
        var visit = world.booked();
        var place = World.place(arrive.patient(world.signedIn(world.jake), visit, World.browser()));
        sql.sql("update arrival set state = 'REMOVED' where id = :id")
                .param("id", place.value())
                .update();
        for (var to : List.of("WAITING", "ADMITTED", "LEFT", "REFUSED"))
            assertThatThrownBy(() -> sql.sql("update arrival set state = :to where id = :id")
                            .param("to", to)
                            .param("id", place.value())
                            .update())
                    .as(to)
                    .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> sql.sql(
                                "update visit set state = 'FINISHED', started_at = now() where appointment_id = :id")
                        .param("id", visit.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobodyHasMissedAVisitBeforeThePromisedTime() {
        var visit = world.booked();
        sql.sql(
                        "update visit set promised_at = now() + interval '10 minutes', times_late = 1 where appointment_id = :id")
                .param("id", visit.value())
                .update();
        assertThatThrownBy(() -> missed(visit, "now()")).isInstanceOf(DataIntegrityViolationException.class);
        missed(visit, "now() + interval '11 minutes'");
    }

    @Test
    void thereIsOneNoteAtATimeAndNoPromiseThatNobodyMade() {
        var visit = world.booked();
        for (var wrong : List.of(
                "note_ready = 'SOON', note = 'Vi kommer'",
                "note_ready = 'HELLO'",
                "promised_at = now()",
                "times_late = 1"))
            assertThatThrownBy(() -> sql.sql("update visit set " + wrong + " where appointment_id = :id")
                            .param("id", visit.value())
                            .update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoIsKnownComesInByOneselfAndNobodyElse() {
        for (var state : VisitState.values())
            for (boolean locked : List.of(true, false))
                for (boolean named : List.of(true, false))
                    for (boolean staff : List.of(true, false))
                        for (boolean held : List.of(true, false)) {
                            boolean in = Moves.comesIn(state, locked, named, staff, held);
                            if (in) assertThat(state).isEqualTo(VisitState.RUNNING);
                            if (in) assertThat(named).isTrue();
                            if (in) assertThat(held).isFalse();
                            if (locked && in) assertThat(staff).isTrue();
                        }
        assertThat(Moves.comesIn(VisitState.RUNNING, false, true, false, false)).isTrue();
        assertThat(Moves.comesIn(VisitState.RUNNING, true, true, true, false)).isTrue();
    }

    private void missed(se.vardrum.appointment.AppointmentId visit, String at) {
        sql.sql("update visit set state = 'NO_SHOW', ended_at = " + at + " where appointment_id = :id")
                .param("id", visit.value())
                .update();
    }

    private Set<String> inDatabase(String of) {
        return pairs(sql
                .sql("select from_state || '>' || to_state from allowed_move where of = :of")
                .param("of", of)
                .query(String.class)
                .list()
                .stream());
    }

    private static Set<String> pairs(Stream<String> some) {
        Collection<String> all = some.toList();
        return all.stream().collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
