package se.vardrum.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.DemoVisits;
import se.vardrum.Visitor;
import se.vardrum.World;

/** What the device check takes from nobody. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, DemoVisits.class})
class CheckRefusalTests extends CheckDoorTest {

    @Test
    void aLinkThatIsNotOpenIsAnsweredAsAtTheDoorAndGivesNothing() {
        var erik = new Visitor(port);
        var link = personal();
        erik.get(link + "/check");
        cancel.cancel(world.anna, visit, "");
        for (var path : List.of(link, "/b/" + "0".repeat(22), "/b/%7Bx%7D", "/b/x")) {
            assertThat(erik.call(path + "/check/network").status()).as(path).isEqualTo(410);
            assertThat(erik.call(path + "/check", GOOD).status()).as(path).isEqualTo(410);
        }
        assertThat(erik.get(link + "/check").status()).isEqualTo(410);
        assertThat(erik.get(link + "/check").body()).contains("Besöket är avbokat");
        assertThat(erik.get("/b/" + "0".repeat(22) + "/check").status()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void wrongLinksAreCountedHereToo() {
        sql.sql("delete from wrong_token").update();
        new Visitor(port).get("/b/" + "1".repeat(22) + "/check");
        assertThat(sql.sql("select sum(attempts) from wrong_token")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        sql.sql("delete from wrong_token").update();
    }

    @Test
    void withoutThePagesTokenNothingIsTaken() {
        assertThat(new Visitor(port).call(personal() + "/check", GOOD).status()).isEqualTo(403);
        assertThat(new Visitor(port).call(personal() + "/check/network").status())
                .isEqualTo(403);
    }

    @Test
    void aWordWeDoNotKnowIsRefused() {
        var erik = new Visitor(port);
        erik.get(personal() + "/check");
        var wrong = List.of(
                with("camera", "BROKEN"),
                with("camera", ""),
                with("camera", "SILENT"),
                with("microphone", "DARK"),
                with("kbits", "-1"),
                with("kbits", "99999999999"),
                with("kbits", ""),
                with("roundTrip", "x"),
                with("version", "0"),
                with("version", "1000"),
                with("network", "BLOCKED"),
                with("network", "GOOD".repeat(9000)),
                with("way", "NONE"),
                with("platform", "<b>"));
        for (var fields : wrong)
            assertThat(erik.call(personal() + "/check", fields).status())
                    .as(Arrays.toString(fields))
                    .isEqualTo(400);
        assertThat(erik.call(personal() + "/check").status()).isEqualTo(400);
        assertThat(rows()).isZero();
    }

    @Test
    void theDatabaseTakesNothingElseEither() {
        new Visitor(port) {
            {
                get(personal() + "/check");
                call(personal() + "/check", GOOD);
            }
        };
        for (var change : List.of(
                "camera = 'SILENT'",
                "microphone = 'x'",
                "network = 'BLOCKED'",
                "way = 'NONE'",
                "kbits = null",
                "round_trip = -1",
                "platform = 'Jake'"))
            assertThatThrownBy(() -> sql.sql("update device_check set " + change + " where participant_id = :id")
                            .param("id", guest().id().value())
                            .update())
                    .as(change)
                    .hasMessageContaining("device_check");
    }

    @Test
    void underProtectedIdentityALinkTellsNoNumber() {
        sql.sql("update person set protected_identity = true where id = :id")
                .param("id", world.jake.person().value())
                .update();
        assertThat(new Visitor(port).get(personal() + "/check").body())
                .contains("ring den som bjöd in dig")
                .doesNotContain("31 390 06 00", "tel:");
    }
}
