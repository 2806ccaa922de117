package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide's rules as tables. Ages in years, or years+days; profiles: own (made by the child), staff (own, made by staff),
 * A and B (through that proxy); who: the proxies who are to be there.
 */
class ChildRulesTests {

    private static final String TEENS = "13 15 16 16+364";
    private static final String GROWN_UPS = "17 17+364 18";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private final ChildRules rules = new ChildRules(new AgeLimits(13, 17));

    /** Ages | profiles | who | place | profile and type, with the rules; or the rule that forbids. */
    private static final String ADVICE = """
            12+364 | A           | A   | same      | A video-visit 2
            12+364 | A           |     | same      | forbidden 0
            12+364 | A B         | B   | same      | B video-visit 2 6
            12+364 | A B         | A B | same      | A video-call 4 6
            12+364 | A B         | A B | different | A video-meeting 5 6
            12+364 | A           | A   | different | A video-meeting 5
            12+364 | staff       |     | same      | forbidden 0
            12+364 | staff A     | A   | same      | A video-visit 2 6
            12+364 | A           | B   | same      | forbidden 0
            TEENS  | own         |     | same      | own video-visit
            TEENS  | staff       |     | same      | staff video-visit
            TEENS  | own A B     |     | same      | own video-visit 6
            TEENS  | own         | A   | same      | own video-meeting 3
            TEENS  | staff       | A   | same      | staff video-meeting 3
            TEENS  | own A       | A   | same      | own video-meeting 3 6
            TEENS  | own         | A   | different | own video-meeting 5
            TEENS  | own         | A B | same      | own video-call 4
            TEENS  | own         | A B | different | own video-meeting 5
            TEENS  | own A B     | A B | same      | own video-call 4 6
            TEENS  | A           | A   | same      | A video-visit 2
            TEENS  | A           |     | same      | forbidden 2
            TEENS  | A           |     | different | forbidden 2
            TEENS  | A           | B   | same      | forbidden 2
            TEENS  | A B         | A B | same      | A video-call 4 6
            TEENS  | A B         | A B | different | A video-meeting 5 6
            TEENS  | A B         | B   | different | B video-meeting 5 6
            GROWN  | own         |     | same      | own video-visit
            GROWN  | staff A     |     | same      | staff video-visit
            GROWN  | own         | A   | same      | forbidden 0
            GROWN  | A           | A   | same      | forbidden 0
            GROWN  | A           |     | same      | forbidden 0
            7 TEENS GROWN | own  |     | same protected | own video-visit
            7 TEENS GROWN | own A | A  | same protected | forbidden 0
            7 TEENS GROWN | A    |     | same protected | forbidden 0
            """;

    /** Ages | profiles | who | place | chosen profile and type | verdict. */
    private static final String VERDICTS = """
            12+364 | own A       | A   | same      | own video-visit     | forbidden 0
            12+364 | A           | A   | same      | A video-visit       | fine
            TEENS  | staff       | A   | same      | staff video-visit   | forbidden 1
            TEENS  | staff       | A   | different | staff video-visit   | forbidden 1
            TEENS  | own         | A   | same      | own video-visit     | against 3
            TEENS  | own         | A   | same      | own video-meeting   | fine
            TEENS  | own         | A B | same      | own video-meeting   | against 4
            TEENS  | own         | A B | same      | own video-call      | fine
            TEENS  | own         | A   | different | own video-call      | against 5
            TEENS  | own         | A   | different | own scheduled       | fine
            TEENS  | own         | A   | different | own scheduled-free  | fine
            TEENS  | own         | A   | same      | own scheduled       | against 3
            TEENS  | A B         | A   | same      | B video-visit       | forbidden 2
            TEENS  | own A       |     | same      | A video-visit       | forbidden 2
            TEENS  | own A       | A   | same      | A video-visit       | against 3
            TEENS  | own         |     | same      | own video-meeting   | fine
            GROWN  | own A       |     | same      | A video-visit       | forbidden 0
            GROWN  | own         |     | same      | own scheduled       | fine
            7 TEENS GROWN | own A |    | same protected | own video-visit | fine
            7 TEENS GROWN | own A |    | same protected | A video-visit   | forbidden 0
            7 TEENS GROWN | own A | A  | same protected | own video-visit | forbidden 0
            """;

    static Stream<Arguments> advice() {
        return rows(ADVICE);
    }

    static Stream<Arguments> verdicts() {
        return rows(VERDICTS);
    }

    @ParameterizedTest(name = "{0}: {1} | {2} | {3} -> {4}")
    @MethodSource
    void advice(String age, String profiles, String who, String place, String expected) {
        var situation = situation(age, profiles, who, place);
        var said = switch (rules.advise(situation)) {
            case ChildRules.Forbidden it -> "forbidden " + it.rule();
            case ChildRules.Propose it ->
                (name(it.profile(), profiles) + " " + it.type() + " " + numbers(it.rules())).strip();
        };
        assertThat(said).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} | {2} | {3}: {4} -> {5}")
    @MethodSource
    void verdicts(String age, String profiles, String who, String place, String chosen, String expected) {
        var situation = situation(age, profiles, who, place);
        var profile = profile(chosen.split(" ")[0]);
        var said = switch (rules.judge(situation, profile, chosen.split(" ")[1])) {
            case ChildRules.Fine it -> "fine";
            case ChildRules.Against it -> "against " + it.rule();
            case ChildRules.Forbidden it -> "forbidden " + it.rule();
        };
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void thereAreAtLeastSixtyCasesOfAdvice() {
        assertThat(advice()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void whatIsProposedIsAlwaysFine() {
        advice().map(Arguments::get).forEach(row -> {
            var situation = situation((String) row[0], (String) row[1], (String) row[2], (String) row[3]);
            if (rules.advise(situation) instanceof ChildRules.Propose it) {
                var chosen = situation.profiles().stream()
                        .filter(each -> each.id().equals(it.profile()))
                        .findFirst()
                        .orElseThrow();
                assertThat(rules.judge(situation, chosen, it.type()))
                        .as("%s", List.of(row))
                        .isInstanceOf(ChildRules.Fine.class);
            }
        });
    }

    @Test
    void theLimitsAreSettings() {
        var later = new ChildRules(new AgeLimits(15, 18));
        assertThat(later.advise(situation("14", "own", "", "same")))
                .isEqualTo(new ChildRules.Forbidden(ChildRules.AGE, "patient.rule.only-through-proxy"));
        assertThat(later.advise(situation("17", "own", "A", "same"))).isInstanceOf(ChildRules.Propose.class);
    }

    private static Stream<Arguments> rows(String table) {
        return table.lines().flatMap(line -> {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            var ages = cells[0].replace("TEENS", TEENS).replace("GROWN", GROWN_UPS);
            return Arrays.stream(ages.split(" ")).map(age -> {
                var row = new ArrayList<Object>(List.of(cells));
                row.set(0, age);
                return Arguments.of(row.toArray());
            });
        });
    }

    private static ChildRules.Situation situation(String age, String profiles, String who, String place) {
        var years = age.split("\\+");
        var born = DAY.minusYears(Long.parseLong(years[0]));
        if (years.length > 1)
            born = DAY.minusYears(Long.parseLong(years[0]) + 1).plusDays(1);
        return new ChildRules.Situation(
                born,
                DAY,
                words(profiles).map(ChildRulesTests::profile).toList(),
                words(who).map(ChildRulesTests::person).collect(Collectors.toSet()),
                place.startsWith("same"),
                place.endsWith("protected"));
    }

    private static ChildRules.Profile profile(String name) {
        boolean own = name.equals("own") || name.equals("staff");
        return new ChildRules.Profile(
                new PatientProfileId(uuid("profile " + name)), own ? null : person(name), name.equals("staff"));
    }

    private static PersonId person(String name) {
        return new PersonId(uuid(name));
    }

    private static String name(PatientProfileId id, String profiles) {
        return words(profiles)
                .filter(it -> profile(it).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String numbers(List<Integer> rules) {
        return rules.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(it -> !it.isEmpty());
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes());
    }
}
