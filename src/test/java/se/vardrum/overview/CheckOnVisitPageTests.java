package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;

/** What somebody's device check says to the staff on the visit's page. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class CheckOnVisitPageTests {

    private static final Map<String, String> GOOD = Map.of(
            "camera", "OK", "microphone", "OK", "speaker", "OK", "network", "GOOD", "way", "UDP", "kbits", "3400");

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    Appointments appointments;

    @Autowired
    JdbcClient sql;

    Ward.Cast who;
    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        who = people.cast();
        visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of(Ward.ERIK), who.daniel());
    }

    @Test
    void untilSomebodyHasTriedNothingIsSaid() throws Exception {
        assertThat(page()).doesNotContain("Kontroll");
    }

    @Test
    void whatWorksIsSaidWithTheHourOnTheSameDayAndWithTheDayBefore() throws Exception {
        tried(0, GOOD);
        assertThat(page()).contains("Kontroll klar 13:00</span>").doesNotContain("Kontrollen (");
        tried(1, GOOD);
        assertThat(page()).contains("Kontroll klar tors 27 nov 13:00</span>");
        tried(0, Map.of("speaker", "SKIPPED"));
        assertThat(page()).contains("Kontroll delvis klar 13:00</span>");
    }

    @Test
    void whatFailedIsSaidWithItsCauseAndWhatToDo() throws Exception {
        tried(0, Map.of("camera", "DENIED"));
        assertThat(page())
                .contains("Kontroll: kameran fungerar inte</span>")
                .contains(
                        "Kontrollen (13:00, Safari, iPhone eller iPad): kameran fungerade inte, webbläsaren blockerar den."
                                + " Det går bra att vara med utan kamera; ring om ni behöver se varandra.");
        tried(0, Map.of("microphone", "SILENT", "network", "BLOCKED"));
        assertThat(page())
                .contains("Kontroll: mikrofonen fungerar inte", "inget hördes", "Kontroll: nätet stoppar samtalet")
                .doesNotContain("Kontroll klar");
        tried(0, Map.of("speaker", "NOT_HEARD", "network", "POOR"));
        assertThat(page()).contains("Kontroll: ljudet hörs inte", "Kontroll: svagt nät");
    }

    @Test
    void everyCauseHasWordsInBothLanguages() throws Exception {
        for (var cause : List.of(
                "NO_ANSWER",
                "DISMISSED",
                "DENIED",
                "SYSTEM",
                "MISSING",
                "BUSY",
                "INSECURE",
                "IN_APP",
                "OLD",
                "UNKNOWN")) {
            tried(0, Map.of("camera", cause, "microphone", cause));
            for (var language : List.of("sv", "en"))
                assertThat(page(language)).as(cause + " " + language).doesNotContain("overview.check");
        }
    }

    private void tried(int daysBefore, Map<String, String> found) {
        var guest = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        var all = new java.util.HashMap<>(GOOD);
        all.putAll(found);
        boolean measured = !"BLOCKED".equals(all.get("network"));
        sql.sql("delete from device_check where participant_id = :id")
                .param("id", guest.id().value())
                .update();
        sql.sql("""
                insert into device_check values (:id, (date '2031-11-28' - :before + time '13:00') at time zone 'Europe/Stockholm',
                  :camera, :microphone, :speaker, :network, :way, :rtt, :kbits, 'SAFARI', 26, 'IPHONE')
                """)
                .param("id", guest.id().value())
                .param("before", daysBefore)
                .param("camera", all.get("camera"))
                .param("microphone", all.get("microphone"))
                .param("speaker", all.get("speaker"))
                .param("network", all.get("network"))
                .param("way", measured ? all.get("way") : "NONE")
                .param("rtt", measured ? 45 : null, java.sql.Types.INTEGER)
                .param("kbits", measured ? 3400 : null, java.sql.Types.INTEGER)
                .update();
    }

    private String page() throws Exception {
        return page("sv");
    }

    private String page(String language) throws Exception {
        return mvc.perform(get("/visits/" + visit.value())
                        .with(Ward.as(who.anna()))
                        .cookie(new jakarta.servlet.http.Cookie("language", language)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
