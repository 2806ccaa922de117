package se.vardrum.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
import se.vardrum.page.Site;
import se.vardrum.visit.StartVisit;

/** Wrong links are counted, and whoever has a right one never notices. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vardrum.address-header=X-From", "vardrum.wrong-links.within=PT20H"})
@Import(World.class)
@ExtendWith(OutputCaptureExtension.class)
class WrongTokensTests {

    private static final int MOST = 30;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    GeneralLink general;

    @Autowired
    OpenLink open;

    @Autowired
    WrongTokens wrong;

    @Autowired
    StartVisit start;

    @Autowired
    Site site;

    @Autowired
    JdbcClient sql;

    private AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
        sql.sql("delete from wrong_token").update();
    }

    @Test
    void afterAThousandWrongOnesARightOneFromThereWorksAtOnce() {
        var early = new Visitor(port);
        early.get(link());
        assertThat(early.call(link(), "name", "Tove", "role", "tolk").status()).isEqualTo(200);
        var guesser = new Visitor(port);
        for (int i = 0; i < 1_000; i++) {
            var answer = guesser.get("/b/" + "%022d".formatted(i));
            assertThat(answer.status()).isEqualTo(i < MOST ? 404 : 429);
            if (i == MOST) assertThat(answer.body()).contains("Vänta en stund", "En länk som stämmer fungerar direkt");
        }
        assertThat(counted()).isEqualTo(MOST); // a flood writes nothing more
        var right = new Visitor(port);
        assertThat(right.get(link()).status()).isEqualTo(200);
        assertThat(right.call(link(), "name", "Eva", "role", "tolk").status()).isEqualTo(200);
        assertThat(early.get(link()).body()).contains("data-joined=\"true\"");
        assertThat(right.call("/b/" + "z".repeat(22), "name", "Eva", "role", "tolk")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void anotherAddressIsNotMadeToWait() {
        for (int i = 0; i < MOST + 5; i++) open.look("%022d".formatted(i), "192.0.2.1");
        assertThat(open.look("y".repeat(22), "192.0.2.1")).isInstanceOf(OpenLink.Outcome.Wait.class);
        assertThat(open.look("y".repeat(22), "192.0.2.2")).isInstanceOf(OpenLink.Outcome.Unknown.class);
        for (int i = 0; i < MOST; i++) open.look("%022d".formatted(i), "2001:db8:1:2::" + Integer.toHexString(i + 1));
        assertThat(open.look("y".repeat(22), "2001:db8:1:2:ffff::1")).isInstanceOf(OpenLink.Outcome.Wait.class);
        assertThat(open.look("y".repeat(22), "2001:db8:1:3::1")).isInstanceOf(OpenLink.Outcome.Unknown.class);
    }

    @Test
    void whatCannotBeATokenIsNoGuess() {
        for (int i = 0; i < MOST + 5; i++)
            assertThat(new Visitor(port).get("/b/abc" + i).status()).isEqualTo(404);
        assertThat(counted()).isZero();
        for (int i = 0; i < MOST; i++) new Visitor(port).get("/b/" + "%022d".formatted(i) + ".");
        assertThat(counted()).isEqualTo(MOST);
    }

    @Test
    void atTheSameTimeTheyAreAllCounted() throws Exception {
        try (var many = Executors.newFixedThreadPool(10)) {
            for (var done : many.invokeAll(IntStream.range(0, MOST)
                    .mapToObj(i -> (Callable<Object>) () -> open.look("%022d".formatted(i), "192.0.2.9"))
                    .toList())) assertThat(done.get()).isInstanceOf(OpenLink.Outcome.Unknown.class);
        }
        assertThat(counted()).isEqualTo(MOST);
        assertThat(open.look("y".repeat(22), "192.0.2.9")).isInstanceOf(OpenLink.Outcome.Wait.class);
    }

    @Test
    void aNewStretchOfTimeBeginsAtOne() {
        open.look("y".repeat(22), "192.0.2.7");
        sql.sql("update wrong_token set attempts = 500, since = since - interval '20 hours'")
                .update();
        assertThat(open.look("y".repeat(22), "192.0.2.7")).isInstanceOf(OpenLink.Outcome.Unknown.class);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void noAddressIsKeptOrLogged(CapturedOutput output) {
        open.look("y".repeat(22), "198.51.100.77");
        assertThat(output.getAll()).doesNotContain("198.51.100.77", "y".repeat(22));
        assertThat(sql.sql("select t::text from wrong_token t")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(it -> it.contains("198.51"));
        assertThat(sql.sql("select address from wrong_token")
                        .query(Integer.class)
                        .single())
                .isBetween(0, 65535);
    }

    @Test
    void oldLinksAreCountedByTheVisitAndStaffAreToldWhenTheyAreMany() {
        var old = link();
        general.replace(visit, 1);
        for (int i = 0; i < 9; i++)
            assertThat(new Visitor(port).get(old).status()).isEqualTo(410);
        assertThat(wrong.many(visit)).isFalse();
        new Visitor(port).get(old);
        assertThat(wrong.many(visit)).isTrue();
        assertThat(counted()).isZero(); // once right: nobody guessed
        general.revoke(visit, 2);
        assertThat(wrong.many(world.booked(
                        world.eva, world.request(world.ove, World.slot(World.inDays(3)), java.util.List.of()))))
                .isFalse();
    }

    @Test
    void whoWantsToListenWithoutAPlaceIsCountedByTheVisit() {
        for (int i = 0; i < 12; i++)
            assertThat(new Visitor(port).socket("/visits/" + visit.value() + "/live?page=abcdefgh"))
                    .isNull();
        new Visitor(port).socket("/visits/" + java.util.UUID.randomUUID() + "/live?page=abcdefgh");
        assertThat(sql.sql("select no_place from wrong_visit where appointment_id = :id")
                        .param("id", visit.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        assertThat(wrong.many(visit))
                .as("a page that lost its session does so too")
                .isFalse();
    }

    @Test
    void aRightLinkNeverWaitsForACounter() throws Exception {
        var held =
                sql.sql("insert into wrong_visit (appointment_id) values (:id)").param("id", visit.value());
        held.update();
        open.look("y".repeat(22), "192.0.2.8");
        var template = new org.springframework.transaction.support.TransactionTemplate(transactions);
        template.executeWithoutResult(status -> {
            sql.sql("select 1 from wrong_token for update").query(Integer.class).list();
            sql.sql("select 1 from wrong_visit for update").query(Integer.class).list();
            var right = new Visitor(port);
            assertThat(right.get(link()).status()).isEqualTo(200);
            assertThat(right.call(link(), "name", "Eva", "role", "tolk").status())
                    .isEqualTo(200);
            assertThat(start.start(world.anna, visit)).isNotNull();
        });
    }

    @Autowired
    org.springframework.transaction.PlatformTransactionManager transactions;

    private String link() {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    private int counted() {
        return sql.sql("select coalesce(sum(attempts), 0) from wrong_token")
                .query(Integer.class)
                .single();
    }
}
