package se.vardrum.overview;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.Deliveries;

/** A visit of Anna's that is changed: what its tests share. */
@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@Import(Ward.class)
abstract class ChangeVisitTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Ward.People people;

    @Autowired
    Appointments appointments;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Links links;

    Ward.Cast who;
    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        who = people.cast();
        visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 14, 30), List.of(Ward.ERIK), who.daniel());
    }

    ResultActions guest(String first, String last, String mobile, String email) throws Exception {
        return send(
                who.anna(),
                "/guests",
                "firstName",
                first,
                "lastName",
                last,
                "mobile",
                mobile,
                "email",
                email,
                "language",
                "sv");
    }

    ResultActions send(Actor.Staff me, String path, String... fields) throws Exception {
        var request = post(at(path)).with(Ward.as(me)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return mvc.perform(request);
    }

    void done(ResultActions answer, String what) throws Exception {
        answer.andExpect(redirectedUrl(at(""))).andExpect(flash().attribute("done", what));
    }

    static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    Participant named(String name) {
        return appointments.participants(visit).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Appointment.Status state(AppointmentId id) {
        return appointments.find(id).orElseThrow().status();
    }

    String at(String path) {
        return "/visits/" + visit.value() + path;
    }
}
