package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.invitation.Links;

/** At eight, of visits at a quarter past. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class ReadinessOnPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    SeeReadiness readiness;

    @Autowired
    Links links;

    Ward.Cast who;

    @BeforeEach
    void everybody() {
        who = people.cast();
    }

    @Test
    void theListSaysHowFarEachHasComeAndWhomToRing() throws Exception {
        var visit = book(8, 15);
        people.messages(visit, "SMS", "SENT");
        assertThat(list(who.anna(), "today"))
                .contains("Patient: inbjuden", "Gäst: inbjuden", "href=\"tel:+46701740610\"", "Ring +46 70 174 06 10");
        people.messages(visit, "SMS", "DELIVERED");
        assertThat(list(who.anna(), "today"))
                .contains("Patient: inbjudan framme")
                .doesNotContain("tel:");
        people.messages(visit, "SMS", "FAILED");
        assertThat(list(who.anna(), "today")).contains("Patient: inbjudan kom inte fram", "tel:+46701740610");
        people.arrives(who.jake(), visit);
        assertThat(list(who.anna(), "today"))
                .contains("Patienten väntar sedan 08:00", "Patient: väntar sedan 08:00")
                .doesNotContain("tel:+46701740610");
        people.arrives(links.personal(people.guest(visit).id()), null);
        people.arrives(links.general(visit).orElseThrow(), "Maj Ek", "mormor");
        assertThat(list(who.anna(), "today"))
                .contains("och 2 till väntar, varav 1 via generell länk", "Gäst: väntar sedan 08:00")
                .doesNotContain("Maj Ek");
    }

    @Test
    void aGuestAloneIsSaidToBeOneAndWhoOpenedTheDoorIsNotSaidToWait() throws Exception {
        var visit = book(8, 15);
        people.arrives(who.daniel(), visit);
        assertThat(list(who.anna(), "today")).doesNotContain("gäst väntar", "Starta besöket");
        people.arrives(links.general(visit).orElseThrow(), "Maj Ek", "mormor");
        assertThat(list(who.anna(), "today")).contains("1 gäst väntar, via generell länk", "Starta besöket");
    }

    @Test
    void theVisitsPageHasEveryStepInWords() throws Exception {
        var visit = book(8, 15);
        people.messages(visit, "SMS", "FAILED");
        assertThat(page(who.anna(), visit))
                .contains("Hur långt Jake Nordin har kommit", "Problem: </span>inbjudan framme")
                .contains("Inte än: </span>länken öppnad", "Ring Jake Nordin på +46 70 174 06 10");
        assertThat(page(who.daniel(), visit))
                .contains("Behöver ringas", "Hur långt Patienten har kommit")
                .doesNotContain("Jake", "70 174 06 10");
        assertThat(page(who.eva(), visit)).doesNotContain("Behöver ringas");
    }

    @Test
    void aNumberOfOneWithProtectedIdentityIsNeverShown() throws Exception {
        var visit = people.book(who.anna(), who.siv(), Ward.at(Ward.TODAY, 8, 0), List.of());
        people.messages(visit, "SMS", "FAILED");
        assertThat(page(who.anna(), visit)).contains("Behöver ringas").doesNotContain("174 06 11", "1740611");
        assertThat(list(who.anna(), "today"))
                .contains("<b>Ring</b>")
                .doesNotContain("174 06 11", "1740611", "Hemlin", "Siv");
    }

    @Test
    void anInvitedColleagueSeesHowFarAndNoNumber() throws Exception {
        var visit = book(8, 15);
        people.messages(visit, "SMS", "FAILED");
        assertThat(list(who.daniel(), "guest"))
                .contains("Patient: inbjudan kom inte fram")
                .doesNotContain("tel:", "Jake", "Erik");
    }

    @Test
    void whoIsLateSaysSoFromTheList() throws Exception {
        var visit = book(8, 15);
        book(12, 0);
        assertThat(list(who.anna(), "today").split("Jag är 5 min sen", -1)).hasSize(2);
        assertThat(list(who.daniel(), "guest")).doesNotContain("Jag är 5 min sen");
        var answer = mvc.perform(post("/visits/" + visit.value() + "/late")
                        .header("Accept", "text/html")
                        .param("minutes", "10")
                        .param("list", "/visits?tab=today")
                        .with(Ward.as(who.anna()))
                        .with(csrf()))
                .andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/visits?tab=today");
        assertThat(mvc.perform(get("/visits?tab=today")
                                .with(Ward.as(who.anna()))
                                .cookie(answer.getResponse().getCookies()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Alla får veta den nya tiden.", "Börjar cirka 08:25");
        assertThat(list(who.daniel(), "guest")).contains("Börjar cirka 08:25");
    }

    @Test
    void aLongListTakesAsManyStatementsAsAShortOne() {
        var all = java.util.stream.IntStream.range(0, 30)
                .mapToObj(it -> people.book(
                        who.anna(),
                        who.jake(),
                        Ward.at(Ward.TODAY.plusDays(it), 13, 0),
                        List.of(Ward.ERIK),
                        who.daniel()))
                .toList();
        for (var visit : all) people.messages(visit, "SMS", "FAILED");
        for (var visit : all) people.arrives(who.jake(), visit);
        assertThat(statements(all)).isEqualTo(statements(all.subList(0, 2)));
    }

    private int statements(List<AppointmentId> visits) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var seen = new ListAppender<ILoggingEvent>();
        var before = log.getLevel();
        seen.start();
        log.addAppender(seen);
        log.setLevel(Level.DEBUG);
        try {
            assertThat(readiness.of(visits)).hasSize(visits.size());
        } finally {
            log.setLevel(before);
            log.detachAppender(seen);
        }
        var all = seen.list.stream()
                .filter(it -> it.getMessage().contains("Executing prepared SQL statement"))
                .filter(it -> it.getThreadName().equals(Thread.currentThread().getName()))
                .count();
        assertThat(all).isPositive();
        return (int) all;
    }

    private AppointmentId book(int hour, int minute) {
        return people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, hour, minute), List.of(Ward.ERIK), who.daniel());
    }

    private String list(Actor.Staff me, String tab) throws Exception {
        return html(me, "/visits?tab=" + tab);
    }

    private String page(Actor.Staff me, AppointmentId visit) throws Exception {
        return html(me, "/visits/" + visit.value());
    }

    private String html(Actor.Staff me, String path) throws Exception {
        return mvc.perform(get(path).with(Ward.as(me)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
