package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.patient.PatientProfile;

@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class MyVisitsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    JdbcClient sql;

    Ward.Cast who;

    @BeforeEach
    void everybody() {
        who = people.cast();
    }

    @Test
    void withNoVisitsThePageSaysSo() throws Exception {
        assertThat(mine(who.jake())).contains("Du har inga bokade besök");
    }

    @Test
    void aBookedVisitIsThereAtOnceWithWhoAndWhen() throws Exception {
        var visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of(Ward.ERIK), who.daniel());
        assertThat(mine(who.jake()))
                .contains("Aknebesvär", "fredag 28 november 2031 kl 14:30–15:00", "Testberga vårdcentral")
                .contains("Anna Lindgren", "Sjuksköterska, ansvarig för ditt besök", "Gå till besöket")
                .contains("/mina/visits/" + visit.value())
                .doesNotContain("Utslag", "Erik", "Daniel");
        assertThat(html(get("/mina/list"), who.jake())).contains("Aknebesvär").doesNotContain("<html");
    }

    @Test
    void nobodySeesAnothersVisits() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of());
        assertThat(mine(who.ove())).contains("Du har inga bokade besök").doesNotContain("Aknebesvär");
    }

    @Test
    void theReasonIsInTheReadersLanguage() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of());
        assertThat(html(get("/mina").cookie(new Cookie("language", "en")), who.jake()))
                .contains("My visits", "Acne", "Friday 28 November 2031", "Go to the visit");
    }

    @Test
    void whoeverStartsIsTheResponsibleOneHereToo() throws Exception {
        var visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of(), who.daniel());
        people.starts(who.daniel(), visit);
        assertThat(mine(who.jake()))
                .contains("Daniel Ek", "Besöket har startat")
                .doesNotContain("Anna Lindgren");
    }

    @Test
    void aCancelledVisitStandsAmongTheEarlierOnes() throws Exception {
        var visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of());
        cancel.cancel(who.anna(), visit, "Anna är sjuk.");
        assertThat(mine(who.jake()))
                .contains("Tidigare och avbokade besök", "Avbokat", "Du har inga bokade besök")
                .doesNotContain("Gå till besöket", "Anna är sjuk");
    }

    @Test
    void onesOwnLookIsLoggedToo() throws Exception {
        people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of());
        mine(who.jake());
        html(get("/mina/list"), who.jake());
        assertThat(sql.sql("""
                        select count(*) from access_log
                        where actor_kind = 'PATIENT' and actor_id = :me and person_id = :me and action = 'SEEN'
                        """)
                        .param("me", who.jake().person().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private String mine(PatientProfile patient) throws Exception {
        return html(get("/mina"), patient);
    }

    private String html(MockHttpServletRequestBuilder request, PatientProfile patient) throws Exception {
        return mvc.perform(request.with(Ward.as(Ward.self(patient))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
