package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.patient.PatientProfile;

/** "Mina besök" at eight on a Friday morning: the list says what now, and each visit's own page always answers. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class MineAnswersTests {

    private static final String PHONE = "+46 8 465 00 40";

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    JdbcClient sql;

    Ward.Cast who;

    @BeforeEach
    void everybody() {
        who = people.cast();
    }

    private record Said(String swedish, String english) {}

    @Test
    void aVisitThatIsOverSaysSoInItsOwnWordsWithOneStep() throws Exception {
        var all = Map.of(
                "CANCELLED", new Said("Besöket är avbokat", "The visit is cancelled"),
                "FULFILLED", new Said("Tack för att du var med", "Thank you for taking part"),
                "NOSHOW", new Said("uteblivet besök", "missed visit"),
                "FAILED", new Said("tekniskt fel", "technical fault"));
        for (var state : all.keySet()) {
            var visit = booked(14, 30);
            sql.sql("update appointment set status = :state, cancel_reason = 'Anna är sjuk' where id = :id")
                    .param("state", state)
                    .param("id", visit.value())
                    .update();
            var page = page(visit, who.jake(), "sv");
            assertThat(page.getStatus()).as(state).isEqualTo(200);
            assertThat(html(page))
                    .as(state)
                    .contains(all.get(state).swedish(), "fredag 28 november 2031 kl 14:30–15:00")
                    .contains(
                            "ring Testberga vårdcentral på <a class=\"ds-link",
                            "href=\"tel:+4684650040\">" + PHONE,
                            "href=\"/mina\"")
                    .doesNotContain("Anna är sjuk");
            assertThat(html(page(visit, who.jake(), "en")))
                    .as(state)
                    .contains(all.get(state).english(), "ring Testberga vårdcentral at <a", PHONE);
        }
    }

    @Test
    void whatIsNotTheirsAndWhatIsNotAreAnsweredAlikeWithAWayOn() throws Exception {
        var visit = booked(14, 30);
        var theirs = page(visit, who.ove(), "sv");
        var none = page(new AppointmentId(UUID.randomUUID()), who.ove(), "sv");
        assertThat(theirs.getStatus()).isEqualTo(404);
        assertThat(html(theirs))
                .contains("Det här besöket finns inte bland dina", "href=\"/mina\"")
                .doesNotContain("Jake", "Akne", "Testberga", "14:30");
        assertThat(none.getStatus()).isEqualTo(404);
        assertThat(html(none)).contains("Det här besöket finns inte bland dina");
        assertThat(html(page(visit, who.ove(), "en"))).contains("This visit is not among yours");
    }

    @Test
    void theListSaysWhatNowAndOnlyWhatIsSo() throws Exception {
        says(booked(14, 30), null, "Du kan gå in när som helst. Besöket börjar kl 14:30.");
        says(booked(8, 20), null, "Börjar om 20 minuter. Du kan gå in och vänta.");
        says(booked(8, 1), null, "Börjar om 1 minut. Du kan gå in och vänta.");
        var begun = booked(8, 5);
        sql.sql("update appointment set during = tstzrange(:from, :to) where id = :id")
                .param("from", java.sql.Timestamp.from(Ward.at(Ward.TODAY, 7, 50)))
                .param("to", java.sql.Timestamp.from(Ward.at(Ward.TODAY, 8, 20)))
                .param("id", begun.value())
                .update();
        says(begun, null, "Det är dags. Gå in, så ser vårdpersonalen att du är här.");
        says(booked(14, 30), 30, "Väntrummet öppnar kl 14:00.");
        says(booked(8, 20), 30, "Börjar om 20 minuter.");
        says(
                people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY.plusDays(3), 9, 0), List.of()),
                null,
                "Du behöver inte göra något förrän dess.");
        says(
                people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY.plusDays(3), 9, 0), List.of()),
                60,
                "Väntrummet öppnar måndag 1 december 2031 kl 08:00.");
    }

    @Test
    void aVisitThatIsLateSaysThePromisedTime() throws Exception {
        var visit = booked(8, 0);
        sql.sql("update visit set promised_at = :at, times_late = 1 where appointment_id = :id")
                .param("at", java.sql.Timestamp.from(Ward.at(Ward.TODAY, 8, 15)))
                .param("id", visit.value())
                .update();
        says(visit, null, "Vårdpersonalen är sen och räknar med att börja kl 08:15.");
    }

    @Test
    void aVisitThatRunsCanBeEnteredHoweverEarly() throws Exception {
        var visit = booked(14, 30);
        people.starts(who.anna(), visit);
        says(visit, 30, "Besöket pågår. Du kan gå in nu.");
    }

    /** One visit at a time; @param opens what the unit has chosen */
    private void says(AppointmentId visit, @Nullable Integer opens, String line) throws Exception {
        sql.sql("update care_unit set opens_minutes_before = :minutes where id = :unit")
                .param("minutes", opens, java.sql.Types.INTEGER)
                .param("unit", who.anna().unit())
                .update();
        var list = html(mvc.perform(get("/mina/list").with(Ward.as(Ward.self(who.jake()))))
                .andReturn()
                .getResponse());
        assertThat(list).contains(line);
        over(visit);
    }

    private void over(AppointmentId visit) {
        sql.sql("update appointment set status = 'CANCELLED' where id = :id")
                .param("id", visit.value())
                .update();
        sql.sql("update visit set state = 'CANCELLED' where appointment_id = :id and state = 'BOOKED'")
                .param("id", visit.value())
                .update();
    }

    private AppointmentId booked(int hour, int minute) {
        return people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, hour, minute), List.of());
    }

    private MockHttpServletResponse page(AppointmentId visit, PatientProfile patient, String language)
            throws Exception {
        return mvc.perform(get("/mina/visits/" + visit.value())
                        .cookie(new Cookie("language", language))
                        .with(Ward.as(Ward.self(patient))))
                .andReturn()
                .getResponse();
    }

    private static String html(MockHttpServletResponse page) throws Exception {
        return page.getContentAsString(StandardCharsets.UTF_8);
    }
}
