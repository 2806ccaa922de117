package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.patient.PopulationRegister.Answer;
import se.vardrum.patient.PopulationRegister.Entry;
import se.vardrum.patient.PopulationRegister.Guardian;
import se.vardrum.patient.RefreshFromRegister.Outcome;

/** What the register says of a person is so here afterwards; without its answer everything stays. */
@SpringBootTest
@Import(World.class)
class RefreshFromRegisterTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @Autowired
    World world;

    @Autowired
    RegisterTable table;

    @Autowired
    NumberTable numbers;

    @Autowired
    KeepRegisterEntry keepEntry;

    @Autowired
    Patients patients;

    @Autowired
    Proxies proxies;

    @Autowired
    ProxyTable proxyTable;

    @Autowired
    JdbcClient sql;

    final Map<String, Answer> says = new HashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    Duration later = Duration.ZERO;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @Test
    void nameAndProtectionFollowTheRegisterBothWays() {
        says(jake(), "Jacob", "Nordin", true, null, List.of());
        assertThat(refresh(world.jake.person())).isEqualTo(new Outcome.Fresh());
        var hidden = world.own(world.jake.person());
        assertThat(hidden.name()).isEqualTo("Jacob Nordin");
        assertThat(hidden.protectedIdentity()).isTrue();
        assertThat(hidden.mobile()).isNull();
        assertThat(patients.search(world.anna, "Jacob Nordin", 10))
                .isEqualTo(new Patients.Found.Some(List.of(), false));

        later = Duration.ofHours(2);
        says(jake(), "Jacob", "Nordin", false, null, List.of());
        refresh(world.jake.person());
        assertThat(world.own(world.jake.person()).protectedIdentity()).isFalse();
        assertThat(logged(world.jake.person())).isEqualTo(2);
    }

    @Test
    void nobodyIsAskedTwiceWithinAnHour() {
        says(jake(), "Jake", "Nordin", false, null, List.of());
        refresh(world.jake.person());
        refresh(world.jake.person());
        later = Duration.ofMinutes(59);
        refresh(world.jake.person());
        assertThat(asked).hasValue(1);
        later = Duration.ofMinutes(61);
        refresh(world.jake.person());
        assertThat(asked).hasValue(2);
        assertThat(logged(world.jake.person())).isZero(); // nothing was different
    }

    @Test
    void whileOneIsAskingAnotherGoesOnWithoutBeingToldThatAnythingIsWrong() {
        var meanwhile = new ArrayList<Outcome>();
        PopulationRegister slow = number -> {
            meanwhile.add(refresh(world.jake.person()));
            return new Answer.Unreachable();
        };
        var first = new RefreshFromRegister(slow, table, keepEntry, Clock.systemUTC());
        assertThat(first.refresh(world.anna, world.jake.person())).isEqualTo(new Outcome.NotAnswering(null));
        assertThat(meanwhile).containsExactly(new Outcome.Fresh());
        assertThat(asked).hasValue(0);
    }

    @Test
    void withoutAnAnswerEverythingStaysAndTheAgeOfTheDetailsIsTold() {
        says(jake(), "Jacob", "Nordin", false, null, List.of());
        refresh(world.jake.person());
        later = Duration.ofHours(3);
        says.put(jake(), new Answer.Unreachable());
        assertThat(refresh(world.jake.person()))
                .isInstanceOfSatisfying(
                        Outcome.NotAnswering.class, it -> assertThat(it.since()).isNotNull());
        assertThat(world.own(world.jake.person()).name()).isEqualTo("Jacob Nordin");
        refresh(world.jake.person());
        assertThat(asked).hasValue(2); // not again within the minute, and still said
        says.put(jake(), new Answer.Unknown());
        later = Duration.ofHours(3).plusMinutes(2);
        assertThat(refresh(world.jake.person())).isEqualTo(new Outcome.Fresh());
        says.put(ove(), new Answer.Unreachable());
        assertThat(refresh(world.ove.person())).isEqualTo(new Outcome.NotAnswering(null));
    }

    @Test
    void withNoRegisterNothingIsSaidToBeWrong() {
        var none = new RefreshFromRegister(PopulationRegister.NONE, table, keepEntry, Clock.systemUTC());
        assertThat(none.refresh(world.anna, world.jake.person())).isEqualTo(new Outcome.Fresh());
    }

    @Test
    void aNewNumberTakesThePlaceOfTheOldOneWhichStaysAsHistory() {
        var fresh = number("20070302");
        says(jake(), "Jake", "Nordin", false, fresh, List.of());
        says(fresh, "Jake", "Nordin", false, null, List.of());
        assertThat(refresh(world.jake.person())).isEqualTo(new Outcome.Fresh());
        assertThat(world.own(world.jake.person()).identityNumber())
                .isEqualTo(IdentityNumber.registered(fresh).shown());
        assertThat(numbers.withAnyNumber(IdentityNumber.registered(jake()))).contains(world.jake.person());
        assertThat(table.number(world.jake.person())).contains(fresh);
    }

    @Test
    void aNewNumberThatIsAnothersHereChangesNothing() {
        says(jake(), "Jake", "Nordin", false, ove(), List.of());
        says(ove(), "Annan", "Person", false, null, List.of());
        assertThat(refresh(world.jake.person())).isEqualTo(new Outcome.NumberTaken());
        assertThat(world.own(world.jake.person()).name()).isEqualTo("Jake Nordin");
        assertThat(table.number(world.jake.person())).contains(jake());
    }

    @Test
    void numbersThatReplaceEachOtherInARingAreNoAnswer() {
        says(jake(), "Jake", "Nordin", false, ove(), List.of());
        says(ove(), "Jake", "Nordin", false, jake(), List.of());
        assertThat(refresh(world.jake.person())).isInstanceOf(Outcome.NotAnswering.class);
    }

    @Test
    void guardiansComeGoAndBarredOnesStayBarred() {
        var child = world.child(
                14,
                -100,
                ImportFamilies.Own.BY_CHILD,
                new World.Guardian(world.jake, false),
                new World.Guardian(world.ove, false));
        proxyTable.bar(child, world.ove.person(), true);
        var mother = number("19800101");
        says(
                number(child),
                "Liv",
                "Nordin",
                false,
                null,
                List.of(new Guardian(mother, "Mor", "Nordin", false), new Guardian(ove(), "Ove", "Berg", false)));
        refresh(child);
        var today = Patients.day(java.time.Instant.now());
        assertThat(proxies.of(child, today)).extracting(Proxy::name).containsExactly("Mor Nordin");
        assertThat(proxies.mayAct(world.jake.person(), child)).isFalse();
        assertThat(proxyTable.barred(child)).isOne();
        assertThat(sql.sql("select until from proxy where person_id = :child and proxy_id = :jake")
                        .param("child", child.value())
                        .param("jake", world.jake.person().value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.minusDays(1));

        later = Duration.ofHours(2);
        says(number(child), "Liv", "Nordin", false, null, List.of(new Guardian(jake(), "Jake", "Nordin", true)));
        refresh(child);
        assertThat(proxies.of(child, today)).extracting(Proxy::id).containsExactly(world.jake.person());
        assertThat(world.own(world.jake.person()).protectedIdentity()).isTrue();
    }

    @Test
    void aRegisterThatSaysNothingOfGuardiansLeavesThemAsTheyAre() {
        var child = world.child(9, -100, ImportFamilies.Own.NONE, new World.Guardian(world.jake, true));
        says(number(child), "Liv", "Nordin", false, null, null);
        refresh(child);
        assertThat(proxies.mayAct(world.jake.person(), child)).isTrue();
    }

    private Outcome refresh(PersonId person) {
        PopulationRegister register = number -> {
            asked.incrementAndGet();
            return says.getOrDefault(number, new Answer.Unknown());
        };
        var clock = Clock.offset(Clock.systemUTC(), later);
        return new RefreshFromRegister(register, table, keepEntry, clock).refresh(world.anna, person);
    }

    private void says(
            String number,
            String first,
            String last,
            boolean hidden,
            @Nullable String replacedBy,
            @Nullable List<Guardian> guardians) {
        says.put(
                number,
                new Answer.Known(new Entry(
                        number,
                        first,
                        last,
                        IdentityNumber.registered(number).birthDate().orElseThrow(),
                        hidden,
                        replacedBy != null,
                        replacedBy,
                        guardians)));
    }

    private String jake() {
        return world.jake.identityNumber().replace("-", "");
    }

    private String ove() {
        return world.ove.identityNumber().replace("-", "");
    }

    private String number(PersonId person) {
        return table.number(person).orElseThrow();
    }

    private static String number(String day) {
        return day + NUMBERS.incrementAndGet();
    }

    private int logged(PersonId person) {
        return sql.sql("select count(*)::int from access_log where person_id = :person and action = 'CHANGED'")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }
}
