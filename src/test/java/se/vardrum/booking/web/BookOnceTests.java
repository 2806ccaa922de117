package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.World;

/** However often and from wherever it is pressed, a draft is booked once; and the database has the last word on the time. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(World.class)
class BookOnceTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    JdbcClient sql;

    private Booker anna;
    private String draft;
    private String day;

    @BeforeEach
    void begin() {
        world.begin();
        anna = new Booker(mvc, world.anna);
        day = LocalDate.now(ZoneId.of("Europe/Stockholm")).plusDays(10).toString();
        draft = ready(anna, world.jake.id().value(), "14:30");
    }

    private String ready(Booker who, UUID patient, String time) {
        var id = who.begin(patient);
        who.press("/bookings/" + id + "/details", "reason", "Aknebesvär", "date", day, "time", time, "length", "30");
        who.press(
                "/bookings/" + id + "/guests",
                "firstName",
                "Erik",
                "lastName",
                "Sjö",
                "mobile",
                "0701740610",
                "email",
                "");
        who.press("/bookings/" + id + "/participants");
        return id;
    }

    private long booked(String id) {
        return sql.sql("select count(*) from appointment where booking_key = :key")
                .param("key", UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    @Test
    void pressedTwiceItIsBookedOnceAndBothComeToTheSamePage() {
        var first = anna.press("/bookings/" + draft + "/confirm");
        var second = anna.press("/bookings/" + draft + "/confirm");
        assertThat(first.status()).isIn(302, 303);
        assertThat(first.location()).matches("/visits/[0-9a-f-]{36}/booked");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(anna.see("/bookings/" + draft + "/confirm").location()).isEqualTo(first.location());
        assertThat(booked(draft)).isEqualTo(1);
        assertThat(new Booker(mvc, world.daniel)
                        .press("/bookings/" + draft + "/confirm")
                        .status())
                .isEqualTo(404);
        assertThat(anna.see("/bookings/" + draft + "/details").status()).isEqualTo(404);
    }

    @Test
    void pressedBySixteenAtTheSameMomentItIsBookedOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Booker.Answer> press = () -> anna.press("/bookings/" + draft + "/confirm");
            var places = threads.invokeAll(Collections.nCopies(16, press)).stream()
                    .map(it -> it.resultNow())
                    .toList();
            assertThat(places).allSatisfy(it -> assertThat(it.status()).isIn(302, 303));
            assertThat(places)
                    .extracting(Booker.Answer::location)
                    .containsOnly(places.getFirst().location());
        }
        assertThat(booked(draft)).isEqualTo(1);
        assertThat(sql.sql("""
                        select count(*) from participant p join appointment a on a.id = p.appointment_id
                        where a.booking_key = :key
                        """)
                        .param("key", UUID.fromString(draft))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aTimeTakenMeanwhileLeadsBackToStepOneWithEverythingKept() {
        var other = ready(anna, world.ove.id().value(), "14:30");
        anna.press("/bookings/" + draft + "/confirm");
        var late = anna.press("/bookings/" + other + "/confirm");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains(
                        "1. Besöksdetaljer",
                        "Du har redan ett besök den tiden.",
                        "value=\"Aknebesvär\"",
                        "name=\"pickTime\"");
        assertThat(anna.see("/bookings/" + other + "/participants").body()).contains("Erik Sjö");
        assertThat(booked(other)).isZero();
        anna.press(
                "/bookings/" + other + "/details",
                "reason",
                "Aknebesvär",
                "date",
                day,
                "time",
                "15:00",
                "length",
                "30");
        assertThat(anna.press("/bookings/" + other + "/confirm").location()).contains("/booked");
    }

    @Test
    void twoDraftsForOneTimePressedAtOnceMakeOneBooking() throws Exception {
        var drafts = List.of(draft, ready(anna, world.ove.id().value(), "14:45"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses = threads
                    .invokeAll(drafts.stream()
                            .map(it -> (Callable<Integer>) () ->
                                    anna.press("/bookings/" + it + "/confirm").status())
                            .toList())
                    .stream()
                    .map(it -> it.resultNow() / 100)
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(3, 4);
        }
        assertThat(booked(drafts.get(0)) + booked(drafts.get(1))).isEqualTo(1);
    }

    @Test
    void aPatientBusyWithAnotherIsExplained() {
        var daniels = ready(new Booker(mvc, world.daniel), world.jake.id().value(), "14:30");
        anna.press("/bookings/" + draft + "/confirm");
        var late = new Booker(mvc, world.daniel).press("/bookings/" + daniels + "/confirm");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Patienten har redan ett besök den tiden.");
    }

    @Test
    void theDonePageIsForTheBookerAndSaysWhatBecameOfEachInvitation() {
        anna.press("/bookings/" + draft + "/staff", "role", world.daniel.role().toString());
        var place = anna.press("/bookings/" + draft + "/confirm").location();
        assertThat(anna.see(place).body())
                .contains(
                        "Jake Nordin",
                        "Erik Sjö",
                        "Visas för Daniel under Besök som gäst",
                        "Dela en länk till det här videosamtalet",
                        "Kopiera länk",
                        "Vem som helst med en länk kan gå med i det här videosamtalet",
                        "Den som kommer via länken får vänta tills någon i vårdpersonalen släpper in hen.",
                        "/b/",
                        "Stäng",
                        "Gå till besöket");
        assertThat(anna.see(place + "/sent").body())
                .contains("<h1>", "Erik Sjö")
                .doesNotContain("<html");
        var daniel = new Booker(mvc, world.daniel);
        assertThat(daniel.see(place).status()).isEqualTo(404);
        assertThat(daniel.see(place + "/sent").status()).isEqualTo(404);
        assertThat(anna.see("/visits/" + UUID.randomUUID() + "/booked").status())
                .isEqualTo(404);
        assertThat(anna.see("/visits/x/booked").status()).isEqualTo(404);
    }

    @Test
    void aColleagueWhoHasLeftTheDirectoryIsTakenOutAndTold() {
        anna.press("/bookings/" + draft + "/staff", "role", world.daniel.role().toString());
        sql.sql(
                        "update draft set content = jsonb_set(content, '{colleagues,0}', to_jsonb(gen_random_uuid())) where id = :id")
                .param("id", UUID.fromString(draft))
                .update();
        var answer = anna.press("/bookings/" + draft + "/confirm");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("finns inte längre i katalogen");
        assertThat(anna.press("/bookings/" + draft + "/confirm").location()).contains("/booked");
    }

    @Test
    void aDraftOfAnOlderVersionStillOpens() {
        sql.sql("update draft set content = '{\"details\":{\"reason\":\"akn\"},\"gone\":1}' where id = :id")
                .param("id", UUID.fromString(draft))
                .update();
        assertThat(anna.see("/bookings/" + draft + "/details").body()).contains("value=\"akn\"");
    }
}
