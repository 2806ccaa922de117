package se.vardrum.booking.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import se.vardrum.access.Actor;

/** Somebody of the staff at the wizard, without a browser. */
class Booker {

    /** What came back; entities in the page are resolved, so that a test reads what a person reads. */
    record Answer(int status, String body, String location) {
        String id() {
            return location.split("/")[2];
        }
    }

    private final MockMvc mvc;
    private final Actor me;

    Booker(MockMvc mvc, Actor me) {
        this.mvc = mvc;
        this.me = me;
    }

    Answer see(String path) {
        return send(get(URI.create(path)));
    }

    Answer press(String path, String... fields) {
        var request = post(URI.create(path)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return send(request);
    }

    /** Begins a booking for that patient and answers its draft's id. */
    String begin(Object patient) {
        return press("/bookings", "patient", patient.toString(), "type", "video-visit")
                .id();
    }

    private Answer send(MockHttpServletRequestBuilder request) {
        var role = me instanceof Actor.Staff ? "ROLE_STAFF" : "ROLE_PATIENT";
        var token =
                UsernamePasswordAuthenticationToken.authenticated(me, null, List.of(new SimpleGrantedAuthority(role)));
        try {
            MockHttpServletResponse answer =
                    mvc.perform(request.with(authentication(token))).andReturn().getResponse();
            answer.setCharacterEncoding("UTF-8");
            return new Answer(
                    answer.getStatus(),
                    HtmlUtils.htmlUnescape(answer.getContentAsString()),
                    Objects.requireNonNullElse(answer.getHeader("Location"), ""));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
