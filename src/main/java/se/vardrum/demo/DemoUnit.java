package se.vardrum.demo;

import java.util.ArrayList;
import java.util.List;
import se.vardrum.directory.ImportDirectory.NewUnit;

/** A unit of the made-up Region Testberga, and how many work there. */
record DemoUnit(NewUnit unit, String key, String kind, int people) {

    /** An organisation number that nobody has. */
    static final String HSA = "SE2399999990-";

    /** 031-390 06 00 and onwards: a series kept for films and books. */
    private static final long PHONES = 46313900600L;

    static List<DemoUnit> all() {
        var all = new ArrayList<DemoUnit>();
        for (var row : DemoFile.rows("demo-units.csv")) {
            var unit = new NewUnit(
                    hsaId(row[0]),
                    row[1].isEmpty() ? null : hsaId(row[1]),
                    row[4],
                    row[5].isEmpty() ? row[4] : row[5],
                    "+" + (PHONES + all.size()),
                    "Europe/Stockholm");
            all.add(new DemoUnit(unit, row[0], row[2], Integer.parseInt(row[3])));
        }
        return all;
    }

    static String hsaId(String key) {
        return HSA + "E" + key;
    }
}
