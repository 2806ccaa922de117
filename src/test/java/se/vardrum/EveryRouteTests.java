package se.vardrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to whichever address by whomever, the answer is one the house has words for: never a 5xx. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EveryRouteTests {

    private static final List<String> IDS =
            List.of(UUID.randomUUID().toString(), "0", "not-an-id", "%00", "%F0%9F%A6%8A", "a".repeat(300), "..%2f..");
    private static final List<String> RUBBISH = List.of(
            "",
            "x".repeat(5000),
            "\u0000\u0007",
            "<script>alert(1)</script>",
            "🦊 & \"quotes\" '",
            "-1",
            "99999999999",
            "\uD800");
    private static final List<String> FIELDS = List.of(
            "q",
            "id",
            "person",
            "patient",
            "type",
            "reason",
            "description",
            "date",
            "time",
            "length",
            "turn",
            "firstName",
            "lastName",
            "first-name",
            "last-name",
            "mobile",
            "email",
            "language",
            "role",
            "tab",
            "name",
            "device",
            "to",
            "back",
            "participant",
            "unit",
            "title",
            "page",
            "ring",
            "again",
            "list",
            "all",
            "nameSv",
            "proxies",
            "minutes",
            "reminders",
            "position",
            "ticked",
            "camera",
            "microphone",
            "speaker",
            "network",
            "way",
            "roundTrip",
            "kbits",
            "browser",
            "version",
            "platform");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void noAddressAnswersWithAFaultOfOurs() {
        var visitors = List.of(
                new Visitor(port),
                new Visitor(port).signedInAs("Anna Lindgren"),
                new Visitor(port).signedInAs("Karin Sund"),
                new Visitor(port).signedInAs("Jake Nordin"));
        for (var visitor : visitors) visitor.get("/login");
        var faults = new TreeSet<String>();
        for (var route : routes()) {
            for (var visitor : visitors) {
                for (int i = 0; i < IDS.size(); i++) {
                    var path =
                            route.path().replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(IDS.get(i)));
                    var fields = fields(RUBBISH.get(i % RUBBISH.size()));
                    var answer = route.post() ? visitor.post(path, fields) : visitor.get(path + query(fields));
                    if (answer.status() >= 500) faults.add(answer.status() + " " + route);
                    if (answer.body().contains("at se.vardrum") || answer.body().contains("Exception"))
                        faults.add("stack " + route);
                    if (!route.path().contains("{")) break;
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nobodyAndThePatientFindNoStaffPage() {
        var nobody = new Visitor(port);
        var jake = new Visitor(port).signedInAs("Jake Nordin");
        for (var path : List.of("/visits", "/bookings/new", "/visits/" + UUID.randomUUID(), "/search-reasons?q=a")) {
            assertThat(nobody.get(path).location()).as(path).endsWith("/login");
            assertThat(jake.get(path).status()).as(path).isIn(403, 404);
        }
        assertThat(nobody.get("/mina").location()).endsWith("/login");
    }

    private record Route(String path, boolean post) {}

    private List<Route> routes() {
        var all = new ArrayList<Route>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getName().startsWith("se.vardrum")) return;
            for (var path : mapping.getPatternValues()) {
                if (path.equals("/error")) continue;
                all.add(new Route(
                        path, mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)));
            }
        });
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    private static String[] fields(String value) {
        return FIELDS.stream()
                .flatMap(it -> java.util.stream.Stream.of(it, value))
                .toArray(String[]::new);
    }

    private static String query(String[] fields) {
        if (fields[1].length() > 1000) return "?q=" + "x".repeat(2000);
        var query = new StringBuilder("?");
        for (int i = 0; i < fields.length; i += 2) {
            query.append(fields[i])
                    .append('=')
                    .append(java.net.URLEncoder.encode(fields[i + 1], java.nio.charset.StandardCharsets.UTF_8))
                    .append('&');
        }
        return query.toString();
    }
}
