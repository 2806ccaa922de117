package se.vardrum.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.vardrum.patient.ImportFamilies.NewChild;
import se.vardrum.patient.ImportFamilies.NewProxy;
import se.vardrum.patient.ImportFamilies.Own;

/** Made-up children whose guardians are among the demo's patients. */
final class DemoFamily {

    private DemoFamily() {}

    /** Everyone as old as the file says on that day. */
    static List<NewChild> all(LocalDate today) {
        var numbers = DemoPatient.all(today).stream()
                .map(DemoPatient::patient)
                .collect(Collectors.toMap(it -> it.firstName() + " " + it.lastName(), it -> it.identityNumber()));
        return DemoFile.rows("demo-families.csv").stream()
                .map(row -> {
                    var born = DemoPatient.born(Integer.parseInt(row[3]), MonthDay.parse("--" + row[4]), today);
                    return new NewChild(
                            DemoPatient.number(born, row[2].equals("W") ? "238" : "239"),
                            row[0],
                            row[1],
                            born,
                            Own.valueOf(
                                    row[5].toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                            Arrays.stream(row[6].split(", "))
                                    .map(name -> new NewProxy(
                                            requireNonNull(numbers.get(name.replace("*", ""))), name.endsWith("*")))
                                    .toList());
                })
                .toList();
    }
}
