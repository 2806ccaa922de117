import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;

/**
 * Gives a care unit very many patients, always the same ones: names as common and as rare as in Sweden (the demo's list
 * in its order, a long tail of put-together last names, Zipf-like), a number each, one in a thousand with protected
 * identity. Arguments: the database, the unit's name, how many. Prints some of them at random: first;last;number.
 */
class ManyPatients {

    static final int SAMPLE = 5_000;
    static final int PIECE = 20_000;
    static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1930, 1, 1);
    static final int BIRTHDAYS = 32_000;

    static final Random random = new Random(4);

    /** Names, and how often one or an earlier one comes up, from 0 to 1. */
    record Names(List<String> all, double[] upTo) {

        static Names of(List<String> all) {
            var upTo = new double[all.size()];
            double sum = 0;
            for (int n = 0; n < upTo.length; n++) upTo[n] = sum += 1.0 / (n + 8);
            for (int n = 0; n < upTo.length; n++) upTo[n] /= sum;
            return new Names(all, upTo);
        }

        String any() {
            int found = Arrays.binarySearch(upTo, random.nextDouble());
            return all.get(Math.min(found < 0 ? -found - 1 : found, all.size() - 1));
        }
    }

    public static void main(String[] arguments) throws Exception {
        var url = arguments[0];
        int count = Integer.parseInt(arguments[2]);
        var first = Names.of(mixed(listed("women"), listed("men")));
        var last = Names.of(tailed(listed("last")));
        var persons = new ArrayList<StringBuilder>();
        var numbers = new ArrayList<StringBuilder>();
        var profiles = new ArrayList<StringBuilder>();
        var sample = new StringBuilder();
        for (int n = 0; n < count; n++) {
            if (n % PIECE == 0) for (var all : List.of(persons, numbers, profiles)) all.add(new StringBuilder());
            var id = id(n);
            var born = FIRST_BIRTHDAY.plusDays(n % BIRTHDAYS);
            var number = number(born, 100 + n / BIRTHDAYS);
            var given = first.any();
            if (random.nextInt(100) < 40) given += (random.nextInt(4) == 0 ? "-" : " ") + first.any();
            var family = last.any() + (random.nextInt(100) < 8 ? " " + last.any() : "");
            boolean hidden = random.nextInt(1000) == 0;
            line(persons, id, given, family, born, hidden);
            line(numbers, id, "urn:oid:1.2.752.129.2.1.3.1", number);
            line(profiles, id(n + count), id, "OWN", "sv");
            if (!hidden && random.nextInt(count / SAMPLE) == 0)
                sample.append(given).append(';').append(family).append(';').append(number).append('\n');
        }
        copy(url, "person (id, first_name, last_name, birth_date, protected_identity)", persons);
        var more = List.<Callable<Void>>of(
                () -> copy(url, "person_identifier (person_id, system, value)", numbers),
                () -> copy(url, "patient_profile (id, person_id, kind, language)", profiles),
                () -> run(url, "insert into unit_patient (person_id, unit_id) select p.id, u.id from person p, care_unit u"
                        + " where u.name = '" + arguments[1] + "' on conflict do nothing"));
        try (var threads = Executors.newFixedThreadPool(more.size())) {
            for (var done : threads.invokeAll(more)) done.get();
        }
        run(url, "vacuum analyze"); // as autovacuum does it in time
        run(url, "checkpoint");
        System.out.print(sample);
    }

    static void line(List<StringBuilder> pieces, Object... values) {
        var piece = pieces.getLast();
        for (int n = 0; n < values.length; n++) piece.append(n == 0 ? "" : "\t").append(values[n]);
        piece.append('\n');
    }

    static Void copy(String url, String table, List<StringBuilder> pieces) throws Exception {
        try (var connection = DriverManager.getConnection(url)) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var piece : pieces) copy.copyIn("copy " + table + " from stdin", new StringReader(piece.toString()));
            return null;
        }
    }

    static Void run(String url, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); var any = connection.createStatement()) {
            any.execute(statement);
            return null;
        }
    }

    static List<String> listed(String kind) throws Exception {
        return Files.readAllLines(Path.of("src/main/resources/data/demo-names.txt")).stream()
                .filter(line -> line.startsWith(kind + ": "))
                .flatMap(line -> Arrays.stream(line.substring(kind.length() + 2).split(" ")))
                .toList();
    }

    static List<String> mixed(List<String> some, List<String> others) {
        var all = new ArrayList<String>();
        for (int n = 0; n < Math.max(some.size(), others.size()); n++) {
            if (n < some.size()) all.add(some.get(n));
            if (n < others.size()) all.add(others.get(n));
        }
        return all;
    }

    static List<String> tailed(List<String> names) {
        var all = new ArrayList<>(names);
        for (var start : "Lind Berg Sjö Ek Alm Sund Gran Hag Ny Dal Ström Öst Väster Ros Björk Hall Back Fors Hed Rö".split(" "))
            for (var end : "gren man ström kvist dahl stedt lund in ell vall mark feldt son hammar".split(" "))
                if (!all.contains(start + end)) all.add(start + end);
        return all;
    }

    /** In the order of time, as the application's own. */
    static UUID id(long n) {
        return new UUID(0x0190_0000_0000_7000L + (n << 16), 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }

    static String number(LocalDate born, int birthNumber) {
        var nine = "%02d%02d%02d%03d".formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth(), birthNumber);
        int sum = 0;
        for (int n = 0; n < 9; n++) {
            int product = (nine.charAt(n) - '0') * (2 - n % 2);
            sum += product / 10 + product % 10;
        }
        return born.getYear() / 100 + nine + (10 - sum % 10) % 10;
    }
}
