package se.vardrum.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.GeneralLink;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
@ExtendWith(OutputCaptureExtension.class)
class GuestDoorTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    GeneralLink general;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    Appointments appointments;

    @Autowired
    Site site;

    @Autowired
    JdbcClient sql;

    private AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
    }

    @Test
    void lookingUsesNothingUpHoweverOften() {
        var scanner = new Visitor(port);
        for (int i = 0; i < 5; i++) assertThat(scanner.get(personal()).status()).isEqualTo(200);
        assertThat(opened()).isZero();
        assertThat(arrivals()).isZero();
        assertThat(scanner.call(personal(), "device", "camera").status()).isEqualTo(200);
        assertThat(opened()).isEqualTo(1);
        assertThat(arrivals()).isEqualTo(1);
    }

    /** Browsers prefetch, messengers preview, mail scanners ask for the head only. */
    @Test
    void previewsAndScannersChangeNothingAndNothingIsKept() throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        var old = generalPath();
        general.replace(visit, 1);
        var before = everything();
        for (var path : List.of(personal(), generalPath(), old, personal() + ".", "/b/" + "0".repeat(22))) {
            for (var method : List.of("GET", "HEAD")) {
                var request = java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://localhost:" + port + path))
                        .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", "facebookexternalhit/1.1")
                        .header("Sec-Purpose", "prefetch;prerender");
                var answer = http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as(method + " " + path)
                        .contains("no-store");
                assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
                assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
                assertThat(answer.body()).doesNotContain("og:", "Jake", "Akne");
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** How many rows each table has, but for the counters of wrong links. */
    private java.util.Map<String, Long> everything() {
        var all = new java.util.TreeMap<String, Long>();
        for (var table : List.of("arrival", "visit_event", "access_log", "spring_session", "message", "invitation"))
            all.put(
                    table,
                    sql.sql("select count(*) from " + table).query(Long.class).single());
        all.put("opened", opened());
        return all;
    }

    @Test
    void theGeneralLinkAsksWhoItIs() {
        var visitor = new Visitor(port);
        visitor.get(generalPath());
        var nobody = visitor.call(generalPath(), "name", " ", "role", "");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("Skriv ditt namn", "Skriv vilken roll");
        assertThat(visitor.call(generalPath(), "name", "x".repeat(500), "role", "tolk")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.call(generalPath(), "name", "Eva\u0000", "role", "tolk")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.call(generalPath(), "name", "🦊 <b>Åsa</b>", "role", "tolk")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLinkThatIsNotRightSaysSoAndNothingElse() {
        for (var wrong : new String[] {"abc", "0".repeat(22), personal().substring(3, 24) + "%20", "a".repeat(500)}) {
            var answer = new Visitor(port).get("/b/" + wrong);
            assertThat(answer.status()).as(wrong).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Jake", "Akne");
        }
        assertThat(new Visitor(port).get("/b/" + "0".repeat(22)).body()).contains("Länken stämmer inte");
    }

    @Test
    void aReplacedLinkAndACancelledVisitAnswerKindly() {
        var old = generalPath();
        general.replace(visit, 1);
        var replaced = new Visitor(port).get(old);
        assertThat(replaced.status()).isEqualTo(410);
        assertThat(replaced.body()).contains("Länken är ersatt med en ny").doesNotContain("Jake", "Akne", "Testberga");
        assertThat(new Visitor(port).get(generalPath()).status()).isEqualTo(200);

        cancel.cancel(world.anna, visit, "Sjukdom hos mig");
        var cancelled = new Visitor(port).get(generalPath());
        assertThat(cancelled.body()).contains("Besöket är avbokat").doesNotContain("Jake", "Akne", "Sjukdom");
        var visitor = new Visitor(port);
        visitor.get(generalPath());
        assertThat(visitor.call(generalPath(), "name", "Tove", "role", "tolk").status())
                .isEqualTo(410);
    }

    @Test
    void noLinkStandsInTheDatabaseOrTheLogs(CapturedOutput output) {
        var visitor = new Visitor(port);
        visitor.get(personal());
        visitor.call(personal(), "device", "");
        visitor.get(generalPath());
        new Visitor(port).get(personal() + "?utm=1");
        var token = personal().substring(3);
        assertThat(output.getAll()).doesNotContain(token, generalPath().substring(3), "Jake", "Nordin");
        for (var table : sql.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            var holds = sql.sql("select count(*) from " + table + " t where t::text like :token")
                    .param("token", "%" + token + "%")
                    .query(Long.class)
                    .single();
            assertThat(holds).as(table).isZero();
        }
    }

    @Test
    void aGuestInvitedInEnglishIsMetInEnglishUntilTheGuestChooses() {
        var english = new BookAppointment.Guest("Sam", "Lake", "+46701740611", null, "en");
        visit = world.booked(world.eva, world.request(world.ove, World.slot(World.inDays(2)), List.of(english)));
        var sam = new Visitor(port);
        assertThat(sam.get(personal()).body()).contains("lang=\"en\"", "Video visit");
        sam.call(personal(), "device", "");
        assertThat(sam.get("/b/" + "0".repeat(22)).body()).contains("lang=\"en\"");
        sam.post("/language", "language", "sv");
        assertThat(sam.get(personal()).body()).contains("<html lang=\"sv\"");
    }

    @Test
    void aJoinWithoutTheTokenOfThePageIsRefused() {
        var forger = new Visitor(port);
        assertThat(forger.call(personal(), "device", "").status()).isEqualTo(403);
    }

    private String personal() {
        var guest = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        return links.personal(guest.id()).substring(site.url().length());
    }

    private String generalPath() {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    private long opened() {
        return count("invitation where first_opened is not null and appointment_id = :visit");
    }

    private long arrivals() {
        return count("arrival where appointment_id = :visit");
    }

    private long count(String what) {
        return sql.sql("select count(*) from " + what)
                .param("visit", visit.value())
                .query(Long.class)
                .single();
    }
}
