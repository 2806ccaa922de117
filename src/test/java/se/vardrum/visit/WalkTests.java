package se.vardrum.visit;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.vardrum.Vardrum;
import se.vardrum.World;

/**
 * Random walks through a visit by the real use cases and the real database: people come in several browsers, drop, leave
 * and come back, and two practitioners start, let in, refuse, take back, send back, put out, lock and end, one after the
 * other or two at the very same time. Whatever the order, nobody is lost, one is responsible, and whoever was refused
 * comes in only when staff took it back.
 */
class WalkTests {

    enum Verb {
        COME,
        GO_ON_HERE,
        CONNECT,
        DROP,
        LEAVE,
        START,
        ADMIT,
        REFUSE,
        TAKE_BACK,
        SEND_BACK,
        PUT_OUT,
        LOCK,
        UNLOCK,
        END
    }

    /** @param who which person or practitioner, @param at which browser or place */
    record Step(Verb verb, int who, int at) {}

    static final int BROWSERS = 2; // of each person

    // Without shrinking: it would go on in the background of the next walk, in the same world.
    private static ConfigurableApplicationContext context;

    @BeforeContainer
    static void begin() {
        context = new SpringApplicationBuilder(Vardrum.class, World.class).run("--server.port=0");
    }

    @AfterContainer
    static void end() {
        context.close();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void oneAfterTheOther(@ForAll("walks") List<Step> walk) {
        var visit = new Walk(context);
        for (var step : walk) {
            visit.take(List.of(step));
            visit.holds(Set.of("BOOKED>RUNNING", "RUNNING>FINISHED"));
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void twoAtTheSameTime(@ForAll("walks") List<Step> walk) {
        var visit = new Walk(context);
        for (int i = 0; i + 1 < walk.size(); i += 2) {
            visit.take(walk.subList(i, i + 2));
            visit.holds(Set.of("BOOKED>RUNNING", "RUNNING>FINISHED", "BOOKED>FINISHED")); // started and ended
        }
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        Arbitrary<Verb> verb = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, Verb.COME),
                net.jqwik.api.Tuple.of(2, Verb.GO_ON_HERE),
                net.jqwik.api.Tuple.of(4, Verb.CONNECT),
                net.jqwik.api.Tuple.of(2, Verb.DROP),
                net.jqwik.api.Tuple.of(3, Verb.LEAVE),
                net.jqwik.api.Tuple.of(3, Verb.START),
                net.jqwik.api.Tuple.of(6, Verb.ADMIT),
                net.jqwik.api.Tuple.of(4, Verb.REFUSE),
                net.jqwik.api.Tuple.of(3, Verb.TAKE_BACK),
                net.jqwik.api.Tuple.of(3, Verb.SEND_BACK),
                net.jqwik.api.Tuple.of(1, Verb.PUT_OUT),
                net.jqwik.api.Tuple.of(2, Verb.LOCK),
                net.jqwik.api.Tuple.of(2, Verb.UNLOCK),
                net.jqwik.api.Tuple.of(1, Verb.END));
        return Combinators.combine(
                        verb,
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(90);
    }
}
