package se.vardrum.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.page.Site;
import se.vardrum.visit.StartVisit;

/** The general link is replaced, taken back and made anew; whoever came by it keeps the place. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class GeneralLinkTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    GeneralLink general;

    @Autowired
    Appointments appointments;

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
    }

    @Test
    void whatIsTakenBackOpensNothingUntilANewOneIsMade() {
        var old = link();
        assertThat(general.revoke(visit, 1)).isTrue();
        assertThat(links.general(visit)).isEmpty();
        assertThat(general.standing(visit)).isEqualTo(new GeneralLink.Standing(1, true));
        assertThat(new Visitor(port).get(old).body()).contains("Länken är återtagen");

        assertThat(general.replace(visit, 1)).isTrue();
        assertThat(link()).isNotEqualTo(old);
        assertThat(new Visitor(port).get(link()).status()).isEqualTo(200);
        assertThat(new Visitor(port).get(old).body()).contains("Länken är ersatt med en ny");
    }

    @Test
    void fromAPageThatHasGrownOldNothingHappensTwice() {
        assertThat(general.replace(visit, 1)).isTrue();
        var second = link();
        assertThat(general.replace(visit, 1)).isFalse();
        assertThat(general.revoke(visit, 1)).isFalse();
        assertThat(link()).isEqualTo(second);
        assertThat(general.revoke(visit, 2)).isTrue();
        assertThat(general.revoke(visit, 2)).isFalse();
    }

    @Test
    void ofManyWhoPressAtOnceOneReplacesIt() throws Exception {
        assertThat(won(() -> general.replace(visit, 1))).isEqualTo(1);
        assertThat(general.standing(visit).version()).isEqualTo(2);
        assertThat(won(() -> general.revoke(visit, 2))).isEqualTo(1);
        assertThat(won(() -> general.replace(visit, 2))).isEqualTo(1);
        assertThat(general.standing(visit)).isEqualTo(new GeneralLink.Standing(3, false));
    }

    @Test
    void ofManyWhoMakeOneAtOnceThereIsOne() throws Exception {
        sql.sql("delete from invitation where appointment_id = :id and participant_id is null")
                .param("id", visit.value())
                .update();
        var it = appointments.find(visit).orElseThrow();
        won(() -> {
            general.make(world.anna, it, world.jake.person().value(), "Tolk");
            return true;
        });
        assertThat(general.standing(visit)).isEqualTo(new GeneralLink.Standing(1, false));
        assertThat(sql.sql("select count(*) from access_log where action = 'LINK_MADE' and appointment_id = :id")
                        .param("id", visit.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverWaitsByTheOldLinkKeepsThePlaceAlsoAfterAReload() {
        var old = link();
        var tove = new Visitor(port);
        tove.get(old);
        assertThat(tove.call(old, "name", "Tove", "role", "tolk").status()).isEqualTo(200);
        for (var change : List.<Runnable>of(() -> general.replace(visit, 1), () -> general.revoke(visit, 2))) {
            change.run();
            assertThat(tove.get(old).body()).contains("data-joined=\"true\"");
            assertThat(new Visitor(port).get(old).status()).isEqualTo(410);
            assertThat(tove.socket("/visits/" + visit.value() + "/live?page=abcdefgh"))
                    .isNotNull();
        }
        start.start(world.anna, visit);
        assertThat(tove.get(old).status()).isEqualTo(200);
        // One who has left is one who comes anew.
        tove.post("/visits/" + visit.value() + "/leave");
        assertThat(tove.get(old).status()).isEqualTo(410);
        assertThat(tove.call(old, "name", "Tove", "role", "tolk").status()).isEqualTo(410);
    }

    @Test
    void oneThatWasTakenBackStaysSoWhenTheVisitStarts() {
        general.revoke(visit, 1);
        start.start(world.anna, visit);
        assertThat(links.general(visit)).isEmpty();
    }

    private String link() {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    private static long won(Callable<Boolean> press) throws Exception {
        try (var many = Executors.newFixedThreadPool(8)) {
            long won = 0;
            for (var done :
                    many.invokeAll(IntStream.range(0, 8).mapToObj(i -> press).toList())) if (done.get()) won++;
            return won;
        }
    }
}
