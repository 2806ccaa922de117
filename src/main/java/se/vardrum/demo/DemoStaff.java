package se.vardrum.demo;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import se.vardrum.access.Actor.Right;
import se.vardrum.directory.ImportDirectory.NewPerson;
import se.vardrum.directory.ImportDirectory.NewRole;

/** Who works in the made-up region: a few by name, and over a thousand put together from lists, always the same. */
final class DemoStaff {

    /** Those with a button on the sign-in page: the README and the tests know them. */
    static final List<NewPerson> NAMED = List.of(
            named(1, "Anna", "Lindgren", "Sjuksköterska", "N01", Set.of()),
            named(2, "Daniel", "Ek", "Sjuksköterska", "N01", Set.of()),
            named(3, "Eva", "Holm", "Läkare", "N01", Set.of()),
            named(4, "Karin", "Sund", "Enhetsadministratör", "N01", Set.of(Right.ADMINISTRATOR, Right.UNIT_LIST)),
            named(5, "Amir", "Haddad", "Fysioterapeut", "B01", Set.of()),
            named(6, "Leyla", "Demir", "Psykolog", "P01", Set.of()),
            named(7, "Sofia", "Öberg", "Barnmorska", "K01", Set.of()));

    private static final String HEAD = "Enhetschef";
    private static final String EMERGENCY = "N13";

    /** What people are at each kind of unit; a number says how common a title is there. */
    private static final Map<String, String> TITLES = Map.of(
            "management", "Verksamhetsutvecklare 2, Enhetsadministratör 2, Verksamhetschef 1",
            "primary",
                    "Läkare 7, ST-läkare 3, Sjuksköterska 8, Distriktssköterska 5, Undersköterska 4, Medicinsk sekreterare 3,"
                            + " Psykolog 2, Kurator 2, Fysioterapeut 1, Dietist 1, Rehabkoordinator 1",
            "rehab", "Fysioterapeut 8, Arbetsterapeut 5, Undersköterska 2, Dietist 1, Kurator 1, Rehabkoordinator 1",
            "childhealth", "Distriktssköterska 5, Specialistsjuksköterska 4, Läkare 2, Psykolog 1",
            "youth", "Barnmorska 4, Kurator 4, Psykolog 2, Läkare 1, Undersköterska 1",
            "psychiatry",
                    "Psykolog 5, Kurator 4, Specialistsjuksköterska 4, Läkare 3, Sjuksköterska 2, Arbetsterapeut 1,"
                            + " Psykoterapeut 1, Undersköterska 1, Medicinsk sekreterare 1",
            "habilitation",
                    "Arbetsterapeut 4, Fysioterapeut 4, Logoped 3, Psykolog 3, Kurator 3, Specialpedagog 2, Dietist 1, Läkare 1",
            "speech", "Logoped 1",
            "midwives", "Barnmorska 8, Läkare 3, Undersköterska 3, Medicinsk sekreterare 1",
            "clinic",
                    "Läkare 5, Överläkare 3, Specialistsjuksköterska 4, Sjuksköterska 7, Undersköterska 6, Medicinsk sekreterare 2,"
                            + " Kurator 1, Dietist 1, Fysioterapeut 1");

    private final List<String> women;
    private final List<String> men;
    private final List<String> last;
    private final Map<String, List<String>> titles = new HashMap<>();
    private final Set<String> taken;

    /** @param taken names that nobody else may have, so that a name in the README is one person */
    DemoStaff(Set<String> taken) {
        var names = DemoFile.lines("demo-names.txt").stream()
                .map(line -> line.split(": "))
                .collect(Collectors.toMap(part -> part[0], part -> List.of(part[1].split(" "))));
        this.women = requireNonNull(names.get("women"));
        this.men = requireNonNull(names.get("men"));
        this.last = requireNonNull(names.get("last"));
        this.taken = taken;
        TITLES.forEach((kind, text) -> titles.put(kind, spread(text)));
    }

    /** Every unit has its own sequence: another unit in the file moves nobody. */
    List<NewPerson> at(DemoUnit unit) {
        var random = new Random(unit.key().hashCode());
        var people = new ArrayList<NewPerson>();
        for (int number = 1; number <= unit.people(); number++) {
            var name = name(random);
            var title = number == 1 ? HEAD : pick(requireNonNull(titles.get(unit.kind())), random);
            people.add(new NewPerson(hsaId(unit, number), name[0], name[1], roles(unit, title, random)));
        }
        return people;
    }

    private static List<NewRole> roles(DemoUnit unit, String title, Random random) {
        Set<Right> rights = title.equals(HEAD) ? Set.of(Right.UNIT_LIST) : Set.of();
        var role = new NewRole(unit.unit().hsaId(), title, rights);
        boolean onCall = unit.kind().equals("primary")
                && !unit.key().equals(EMERGENCY)
                && (title.equals("Läkare") || title.equals("Sjuksköterska"))
                && random.nextInt(6) == 0;
        return onCall ? List.of(role, new NewRole(DemoUnit.hsaId(EMERGENCY), title, Set.of())) : List.of(role);
    }

    private String[] name(Random random) {
        while (true) {
            var first = pick(random.nextInt(10) < 7 ? women : men, random);
            var surname = pick(last, random).replace("van-", "van ");
            if (!taken.contains(first + " " + surname)) return new String[] {first, surname};
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> spread(String titles) {
        return Arrays.stream(titles.split(", "))
                .flatMap(it -> {
                    int space = it.lastIndexOf(' ');
                    var count = Integer.parseInt(it.substring(space + 1));
                    return java.util.Collections.nCopies(count, it.substring(0, space)).stream();
                })
                .toList();
    }

    private static String hsaId(DemoUnit unit, int number) {
        return DemoUnit.HSA + "P" + unit.key() + "X" + number;
    }

    private static NewPerson named(
            int number, String first, String last, String title, String unit, Set<Right> rights) {
        var role = new NewRole(DemoUnit.hsaId(unit), title, rights);
        return new NewPerson(DemoUnit.HSA + "P" + number, first, last, List.of(role));
    }
}
