import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;

/** Runs the SQL of standard input on a database. Argument: its address. */
class Run {

    public static void main(String[] arguments) throws Exception {
        var sql = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (var connection = DriverManager.getConnection(arguments[0]);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
