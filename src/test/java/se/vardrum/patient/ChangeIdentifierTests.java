package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;

/** However numbers change, each person has exactly one, and nobody has another's. */
@SpringBootTest
@Import(World.class)
class ChangeIdentifierTests {

    private static int made = 1000;

    @Autowired
    World world;

    @Autowired
    ChangeIdentifier change;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void theOldNumberStaysWithItsLastDayAndCanComeBack() {
        var jake = world.jake.person();
        var before = current(jake);
        var next = number();
        assertThat(change.change(world.anna, jake, next)).isEqualTo(ChangeIdentifier.Outcome.CHANGED);
        assertThat(change.former(jake)).extracting(IdentityNumber::value).containsExactly(before);
        assertThat(change.change(world.anna, jake, next)).isEqualTo(ChangeIdentifier.Outcome.SAME);
        assertThat(change.change(world.anna, jake, IdentityNumber.registered(before)))
                .isEqualTo(ChangeIdentifier.Outcome.CHANGED);
        assertThat(current(jake)).isEqualTo(before);
        assertThat(change.former(jake)).containsExactly(next);
    }

    @Test
    void aNumberSomebodyElseHadIsNobodysToTake() {
        var ove = world.ove.person();
        var his = IdentityNumber.registered(current(ove));
        change.change(world.anna, ove, number());
        assertThat(change.change(world.anna, world.jake.person(), his))
                .isEqualTo(ChangeIdentifier.Outcome.SOMEBODY_ELSES);
        assertThat(current(world.jake.person())).isNotEqualTo(his.value());
    }

    @RepeatedTest(10)
    void ofTwoWhoWantTheSameNumberAtOnceOneGetsItAndBothHaveOne() throws Exception {
        var wanted = number();
        var persons = List.of(world.jake.person(), world.ove.person());
        try (var both = Executors.newFixedThreadPool(2)) {
            var tries = persons.stream()
                    .map(it -> (Callable<ChangeIdentifier.Outcome>) () -> change.change(world.anna, it, wanted))
                    .toList();
            var outcomes =
                    both.invokeAll(tries).stream().map(it -> it.resultNow()).toList();
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            ChangeIdentifier.Outcome.CHANGED, ChangeIdentifier.Outcome.SOMEBODY_ELSES);
        }
        assertThat(persons).allSatisfy(it -> assertThat(current(it)).isNotEmpty());
    }

    /** Exactly one. */
    private String current(PersonId person) {
        return sql.sql("select value from person_identifier where person_id = :id and current")
                .param("id", person.value())
                .query(String.class)
                .single();
    }

    private static IdentityNumber number() {
        return IdentityNumber.registered(
                LocalDate.of(1950, 1, 1).plusDays(made).toString().replace("-", "") + made++);
    }
}
