package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.invitation.Links;
import se.vardrum.patient.PatientProfile;

/** What one is told of those who wait for one, wherever one is. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
class WaitingOnPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    Links links;

    Ward.Cast who;

    @BeforeEach
    void everybody() {
        who = people.cast();
    }

    @Test
    void theOneWhoIsEnteredIsNamedOnlyWhenAnotherPatientWaitsToo() throws Exception {
        var jakes = book(who.jake(), 8);
        var oves = book(who.ove(), 9);
        people.arrives(who.jake(), jakes);
        assertThat(html(who.anna(), "/visits")).doesNotContain("Du går in till");
        assertThat(page(who.anna(), jakes)).doesNotContain("Du går in till");
        assertThat(people.logged(who.anna(), "SEEN", who.ove())).isEqualTo(1); // the list
        people.arrives(who.ove(), oves);
        assertThat(html(who.anna(), "/visits"))
                .contains("Du går in till Jake Nordin, 19 år, kl 08:00", "Även Ove Berg väntar, kl 09:00.")
                .contains("Du går in till Ove Berg, 71 år, kl 09:00", "Även Jake Nordin väntar, kl 08:00.");
        people.starts(who.anna(), jakes);
        assertThat(page(who.anna(), jakes)).doesNotContain("Du går in till");
    }

    @Test
    void thePageNamesTheOtherPatientAndThatLookIsLogged() throws Exception {
        var jakes = book(who.jake(), 8);
        people.arrives(who.jake(), jakes);
        people.arrives(who.ove(), book(who.ove(), 9));
        assertThat(page(who.anna(), jakes)).contains("Du går in till Jake Nordin, 19 år, kl 08:00", "Även Ove Berg");
        assertThat(people.logged(who.anna(), "SEEN", who.ove())).isEqualTo(1);
        assertThat(page(who.daniel(), jakes)).doesNotContain("Du går in till", "Ove");
    }

    @Test
    void oneWithProtectedIdentityIsNotNamedThere() throws Exception {
        var sivs = book(who.siv(), 8);
        people.arrives(who.siv(), sivs);
        people.arrives(who.jake(), book(who.jake(), 9));
        assertThat(html(who.anna(), "/visits"))
                .contains("Du går in till Skyddade personuppgifter, kl 08:00", "Även Skyddade personuppgifter väntar")
                .doesNotContain("Siv", "Hemlin");
    }

    @Test
    void everyPageOfTheStaffSaysThatSomebodyWaitsAndNamesNobody() throws Exception {
        assertThat(html(who.anna(), "/bookings/new")).contains("data-waiting=\"/visits/waiting\"");
        assertThat(html(who.anna(), "/visits/waiting")).doesNotContain("väntar");
        var visit = book(who.jake(), 8);
        people.arrives(who.daniel(), visit);
        assertThat(html(who.anna(), "/visits/waiting")).doesNotContain("väntar");
        people.arrives(who.jake(), visit);
        assertThat(html(who.anna(), "/visits/waiting"))
                .contains("1 väntar på dig", "Någon väntar i ett besök 08:00", "/visits/" + visit.value())
                .doesNotContain("Jake");
        people.arrives(links.general(visit).orElseThrow(), "Maj Ek", "mormor");
        people.arrives(who.ove(), book(who.ove(), 9));
        assertThat(html(who.anna(), "/visits/waiting"))
                .contains("3 väntar på dig", "href=\"/visits\"")
                .doesNotContain("Maj", "Ove");
        assertThat(html(who.eva(), "/visits/waiting")).doesNotContain("väntar");
        people.starts(who.anna(), visit);
        assertThat(html(who.anna(), "/visits/waiting")).contains("2 väntar på dig");
        mvc.perform(get("/visits/waiting").with(Ward.as(Ward.self(who.jake())))).andExpect(status().isForbidden());
    }

    @Test
    void theFormerResponsibleIsToldThatAnotherHasStarted() throws Exception {
        var visit = book(who.jake(), 8);
        people.starts(who.daniel(), visit);
        assertThat(html(who.anna(), "/visits?tab=guest")).contains("Daniel Ek har startat besöket");
        assertThat(html(who.anna(), "/visits/waiting")).contains("Daniel Ek har startat besöket 08:00");
        assertThat(page(who.anna(), visit)).contains("Daniel Ek har startat besöket och är nu ansvarig för det.");
        assertThat(html(who.daniel(), "/visits")).doesNotContain("har startat besöket");
        assertThat(html(who.daniel(), "/visits/waiting")).doesNotContain("har startat");
        assertThat(page(who.daniel(), visit)).doesNotContain("har startat besöket och");
    }

    private AppointmentId book(PatientProfile patient, int hour) {
        return people.book(who.anna(), patient, Ward.at(Ward.TODAY, hour, 0), List.of(), who.daniel());
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
