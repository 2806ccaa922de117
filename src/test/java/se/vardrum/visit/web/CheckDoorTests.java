package se.vardrum.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.DemoVisits;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.Participant;
import se.vardrum.visit.DeviceCheck;

/** Who may try the devices, with which credentials, and whose result is kept. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, DemoVisits.class})
class CheckDoorTests extends CheckDoorTest {

    @Test
    void aGuestTriesAndTheResultIsKeptAsTheGuests() {
        var erik = new Visitor(port);
        var page = erik.get(personal() + "/check");
        assertThat(page.body())
                .contains("Prova kamera, mikrofon och nät", "Ring oss: +46 31 390 06 00", "Bara resultatet sparas")
                .doesNotContain("Jake", "Nordin", "Akne", "Testberga");
        assertThat(erik.call(personal() + "/check", GOOD).status()).isEqualTo(204);
        var kept = visits.checks(List.of(visit));
        assertThat(kept).containsOnlyKeys(guest().id());
        assertThat(kept.get(guest().id()).outcome()).isEqualTo(DeviceCheck.Outcome.OK);
        assertThat(kept.get(guest().id()).found().kbits()).isEqualTo(3400);

        assertThat(erik.call(personal() + "/check", with("camera", "BUSY")).status())
                .isEqualTo(204);
        assertThat(visits.checks(List.of(visit)).get(guest().id()).problems())
                .containsExactly(DeviceCheck.Problem.CAMERA);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void lookingKeepsNothingAndOpensNothing() {
        var scanner = new Visitor(port);
        for (int i = 0; i < 3; i++)
            assertThat(scanner.get(personal() + "/check").status()).isEqualTo(200);
        assertThat(rows()).isZero();
        assertThat(sql.sql("select count(*) from arrival where appointment_id = :visit")
                        .param("visit", visit.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverComesByTheGeneralLinkTriesButNothingIsKept() {
        var visitor = new Visitor(port);
        assertThat(visitor.get(general() + "/check").body()).contains("Resultatet sparas inte.");
        assertThat(ice(visitor, general())).isNotEmpty();
        assertThat(visitor.call(general() + "/check", GOOD).status()).isEqualTo(204);
        assertThat(rows()).isZero();
    }

    @Test
    void credentialsOfATryAreNotThoseOfACallAndLastAMinute() {
        var erik = new Visitor(port);
        erik.get(personal() + "/check");
        var name = ice(erik, personal()).get(0).path("username").asString();
        var until = Instant.ofEpochSecond(Long.parseLong(name.split(":")[0]));
        assertThat(until).isBetween(Instant.now().plusSeconds(40), Instant.now().plusSeconds(61));
        assertThat(name)
                .matches("\\d+:probe-[0-9a-f-]{36}")
                .doesNotContain(guest().id().value().toString());
        assertThat(ice(erik, personal()).get(0).path("username").asString()).isNotEqualTo(name);
    }

    @Test
    void thePatientAndTheStaffEachTryForThemselvesAndNobodyElseDoes() {
        var booked = demo.book(
                "Anna Lindgren",
                "Jake Nordin",
                Instant.now().plus(Duration.ofDays(40 + RUNS.getAndIncrement())).truncatedTo(ChronoUnit.HOURS),
                List.of(),
                "Daniel Ek");
        var patients = "/mina/visits/" + booked.value();
        var staffs = "/visits/" + booked.value();
        var jake = new Visitor(port).signedInAs("Jake Nordin");
        assertThat(jake.get(patients + "/check").body()).contains("data-kept=\"true\"", patients + "\"");
        assertThat(ice(jake, patients)).isNotEmpty();
        assertThat(jake.call(patients + "/check", GOOD).status()).isEqualTo(204);
        var daniel = new Visitor(port).signedInAs("Daniel Ek");
        assertThat(daniel.get(staffs + "/check").body()).contains(staffs + "/call\"");
        assertThat(ice(daniel, staffs)).isNotEmpty();
        assertThat(daniel.call(staffs + "/check", with("microphone", "DENIED")).status())
                .isEqualTo(204);
        var ofWhom = appointments.participants(booked).stream()
                .filter(it -> visits.checks(List.of(booked)).containsKey(it.id()))
                .map(Participant::name);
        assertThat(ofWhom).containsExactlyInAnyOrder("Jake Nordin", "Daniel Ek");

        for (var stranger : List.of(
                new Visitor(port).signedInAs("Ove Berg"),
                new Visitor(port).signedInAs("Karin Sund"),
                new Visitor(port))) {
            stranger.get("/");
            stranger.get("/login");
            for (var path : List.of(patients, staffs)) {
                assertThat(stranger.call(path + "/check/network").body()).doesNotContain("credential");
                assertThat(stranger.call(path + "/check", GOOD).status()).isNotEqualTo(204);
                assertThat(stranger.get(path + "/check").status()).isNotEqualTo(200);
            }
        }
    }
}
