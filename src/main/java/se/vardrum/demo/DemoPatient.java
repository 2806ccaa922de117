package se.vardrum.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.vardrum.patient.ImportPatients.NewPatient;

/** A made-up patient, with a test number (birth number 238 for women, 239 for men) and a mobile number nobody has. */
record DemoPatient(NewPatient patient, boolean button) {

    /** 070-174 06 05 to 06 99 are kept for films and books; the patients take them from the end. */
    private static final long LAST_MOBILE = 46701740699L;

    /** Everyone as old as the file says on that day: each on a birthday of the own, so that no two share a number. */
    static List<DemoPatient> all(LocalDate today) {
        var all = new ArrayList<DemoPatient>();
        for (var row : DemoFile.rows("demo-patients.csv")) {
            all.add(of(row, today, "+" + (LAST_MOBILE - all.size())));
        }
        return all;
    }

    private static DemoPatient of(String[] row, LocalDate today, String mobile) {
        var special = List.of(row[6].split(" "));
        var born = born(Integer.parseInt(row[3]), MonthDay.parse("--" + row[4]), today);
        var patient = new NewPatient(
                number(born, row[2].equals("W") ? "238" : "239"),
                row[0],
                row[1],
                born,
                special.contains("protected"),
                special.contains("no-mobile") || special.contains("protected") ? null : mobile,
                special.contains("email") ? address(row[0], row[1]) : null,
                row[5]);
        return new DemoPatient(patient, special.contains("sign-in"));
    }

    static LocalDate born(int age, MonthDay birthday, LocalDate today) {
        boolean stillToCome = birthday.atYear(today.getYear()).isAfter(today);
        return birthday.atYear(today.getYear() - age - (stillToCome ? 1 : 0));
    }

    static String number(LocalDate born, String birthNumber) {
        var nine = "%02d%02d%02d%s"
                .formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth(), birthNumber);
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return born.getYear() / 100 + nine + (10 - sum % 10) % 10;
    }

    private static String address(String first, String last) {
        var plain =
                Normalizer.normalize(first + "." + last, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z.-]", "") + "@example.com";
    }
}
