package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.invitation.Links;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.Visits;

/** The door of a visit at 08:30, seen at eight from the visit's page. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class DoorOnPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    Links links;

    @Autowired
    Visits visits;

    Ward.Cast who;
    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        who = people.cast();
        visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 8, 30), List.of(Ward.ERIK), who.daniel());
    }

    @Test
    void whoWaitsSinceWhenAndByWhichWay() throws Exception {
        assertThat(page(who.anna())).doesNotContain("I väntrummet");
        everybodyComes();
        assertThat(page(who.anna()))
                .contains("I väntrummet (3)", "Väntar sedan 08:00 · 0 min")
                .contains("patient · inloggad", "gäst · egen länk", "mormor · generell länk", "Maj Ek")
                .contains("Starta besöket för att släppa in.")
                .doesNotContain("Släpp in Maj Ek", "Lås dörren");
        assertThat(page(who.daniel()))
                .contains("I väntrummet (3)", "Neka Maj Ek")
                .doesNotContain("Jake", "Nordin");
        assertThat(page(who.eva())).contains("I väntrummet (3)", "Maj Ek").doesNotContain("Neka", "Skriv till dem");
    }

    @Test
    void nobodyIsLetInBeforeTheStartAndThenTwiceFromAStalePageIsOnce() throws Exception {
        everybodyComes();
        var maj = arrival("Maj Ek");
        assertThat(say(who.anna(), "/admit/" + maj)).contains("Inget ändrades. Starta besöket först.");
        people.starts(who.anna(), visit);
        assertThat(page(who.anna())).contains("I väntrummet (1)", "Släpp in Maj Ek", "Med i samtalet (2)");
        assertThat(say(who.anna(), "/admit/" + maj)).contains("Personen är insläppt.", "Med i samtalet (3)");
        assertThat(say(who.daniel(), "/admit/" + maj)).contains("Personen är insläppt.", "Med i samtalet (3)");
        assertThat(say(who.daniel(), "/refuse/" + maj)).contains("Inget ändrades: personen har hunnit gå");
        assertThat(page(who.anna())).contains("Ta bort Maj Ek från besöket", "Låt Maj Ek vänta", "kopplas ner direkt");
    }

    @Test
    void oneWhoWasRefusedIsFoldedAwayAndItIsTakenBack() throws Exception {
        everybodyComes();
        var maj = arrival("Maj Ek");
        assertThat(say(who.anna(), "/refuse/" + maj)).contains("Personen är nekad.", "Nekad (1)", "I väntrummet (2)");
        assertThat(say(who.anna(), "/refuse/" + maj)).contains("Personen är nekad.");
        assertThat(say(who.anna(), "/take-back/" + maj))
                .contains("Personen väntar igen.", "I väntrummet (3)")
                .doesNotContain("Nekad (");
    }

    @Test
    void backToWaitAndOutForGood() throws Exception {
        everybodyComes();
        people.starts(who.anna(), visit);
        assertThat(say(who.anna(), "/send-back/" + arrival("Jake Nordin")))
                .contains("Personen väntar nu", "Väntar för att ni bad om det", "Släpp in Jake Nordin");
        assertThat(say(who.anna(), "/put-out/" + arrival("Jake Nordin"))).contains("kan inte tas bort");
        assertThat(say(who.anna(), "/put-out/" + arrival("Erik Sjö")))
                .contains("Personen är borttagen från besöket.", "Med i samtalet (0)");
        assertThat(say(who.anna(), "/put-out/" + arrival("Erik Sjö"))).contains("Personen är borttagen från besöket.");
    }

    @Test
    void theDoorIsLockedAndTheNoteSaysOneThingAtATime() throws Exception {
        assertThat(say(who.anna(), "/lock", "locked", "true")).contains("Starta besöket först.");
        people.starts(who.anna(), visit);
        assertThat(say(who.anna(), "/lock", "locked", "true")).contains("Dörren är låst.", "Lås upp dörren");
        assertThat(say(who.daniel(), "/lock", "locked", "true")).contains("Dörren är låst.");
        assertThat(say(who.anna(), "/lock", "locked", "false")).contains("Dörren är olåst.", "Lås dörren");

        assertThat(say(who.anna(), "/note", "ready", "SOON")).contains("Det här läser de som väntar:", "Vi är strax");
        assertThat(say(who.anna(), "/note", "text", "Vi <b>hämtar</b> en tolk."))
                .contains("Vi &lt;b&gt;hämtar&lt;/b&gt; en tolk.");
        assertThat(say(who.anna(), "/note", "text", "x".repeat(201))).contains("högst 200 tecken", "en tolk.");
        assertThat(say(who.anna(), "/note")).contains("visas inte längre").doesNotContain("Det här läser");
    }

    @Test
    void whoIsLateTellsAllWithOnePress() throws Exception {
        assertThat(page(who.anna())).contains("Jag är 10 min sen");
        assertThat(page(who.eva())).doesNotContain("Jag är 10 min sen");
        assertThat(say(who.anna(), "/late", "minutes", "10"))
                .contains("Alla får veta att besöket börjar cirka 08:40.", "Börjar cirka 08:40");
        assertThat(say(who.daniel(), "/late", "minutes", "15")).contains("cirka 08:45");
        people.starts(who.anna(), visit);
        assertThat(say(who.anna(), "/late", "minutes", "10"))
                .contains("eller så har besöket börjat")
                .doesNotContain("Jag är 10 min sen");
        visit = people.book(who.anna(), who.ove(), Ward.at(Ward.TODAY, 9, 30), List.of());
        assertThat(page(who.anna())).doesNotContain("Jag är 10 min sen");
    }

    @Test
    void whoSeesTheUnitsListAloneDoesNothingAtTheDoor() throws Exception {
        everybodyComes();
        for (var path : List.of("/admit/", "/refuse/", "/take-back/", "/send-back/", "/put-out/")) {
            assertThat(press(who.eva(), path + arrival("Maj Ek"), Map.of()).getStatus())
                    .isEqualTo(404);
        }
        assertThat(press(who.eva(), "/lock", Map.of("locked", "true")).getStatus())
                .isEqualTo(404);
        assertThat(press(who.karin(), "/note", Map.of("ready", "SOON")).getStatus())
                .isEqualTo(404);
        assertThat(press(who.eva(), "/late", Map.of("minutes", "5")).getStatus())
                .isEqualTo(404);
    }

    private void everybodyComes() {
        people.arrives(who.jake(), visit);
        people.arrives(links.personal(people.guest(visit).id()), null);
        people.arrives(links.general(visit).orElseThrow(), "Maj Ek", "mormor");
    }

    private String arrival(String name) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.name().equals(name))
                .map(Arrival::id)
                .findFirst()
                .orElseThrow()
                .value()
                .toString();
    }

    private String say(Actor me, String path, String... fields) throws Exception {
        var answer = press(me, path, fields.length == 0 ? Map.of() : Map.of(fields[0], fields[1]));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/visits/" + visit.value());
        return said;
    }

    private String said = "";

    private MockHttpServletResponse press(Actor me, String path, Map<String, String> fields) throws Exception {
        var request = post("/visits/" + visit.value() + path)
                .header("Accept", "text/html")
                .with(Ward.as(me))
                .with(csrf());
        for (var field : fields.entrySet()) request = request.param(field.getKey(), field.getValue());
        var result = mvc.perform(request).andReturn();
        if (result.getResponse().getStatus() == 302) {
            said = mvc.perform(get("/visits/" + visit.value())
                            .with(Ward.as(me))
                            .cookie(result.getResponse().getCookies()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        }
        return result.getResponse();
    }

    private String page(Actor me) throws Exception {
        return mvc.perform(get("/visits/" + visit.value()).with(Ward.as(me)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
