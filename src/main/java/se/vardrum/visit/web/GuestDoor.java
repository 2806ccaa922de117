package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Invitation;
import se.vardrum.invitation.OpenLink;
import se.vardrum.invitation.OpenLink.Outcome.Cancelled;
import se.vardrum.invitation.OpenLink.Outcome.Ended;
import se.vardrum.invitation.OpenLink.Outcome.Open;
import se.vardrum.invitation.OpenLink.Outcome.Revoked;
import se.vardrum.invitation.OpenLink.Outcome.Unknown;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.Browser;

/** The door of a link. Opening it changes nothing, since mail scanners and previews open links too; joining is a POST. */
@Controller
class GuestDoor {

    private final OpenLink links;
    private final Arrive arrive;
    private final Appointments appointments;
    private final Door door;
    private final Languages languages;

    GuestDoor(OpenLink links, Arrive arrive, Appointments appointments, Door door, Languages languages) {
        this.links = links;
        this.arrive = arrive;
        this.appointments = appointments;
        this.door = door;
        this.languages = languages;
    }

    @GetMapping("/b/{token}")
    String open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var t = languages.of(request);
        return switch (links.look(token)) {
            case Open(var invitation, var appointment) -> {
                var guest = guest(invitation);
                guest.ifPresent(it -> languages.suggest(request, it.language()));
                t = languages.of(request);
                boolean patient = guest.filter(Participant::byLink).isPresent();
                boolean unnamed = guest.filter(Participant::unnamed).isPresent();
                var name = patient
                        ? t.say("visit.patient") // anybody may have the link
                        : guest.map(Participant::name).orElse("");
                boolean letIn = guest.isEmpty() || guest.get().toConfirm();
                var asks = guest.isEmpty() ? Door.Asks.NAME_AND_ROLE : unnamed ? Door.Asks.NAME : Door.Asks.NOTHING;
                var way = new Door.Way("GUEST", t.say("visit.heading"), name, asks, "/b/" + token, "", null, letIn);
                model.addAttribute("view", door.view(appointment, way, t, request.getSession(false)));
                yield "visit/web/call";
            }
            case Revoked() -> closed(410, "revoked", null, t, response, model);
            case Cancelled(var appointment) -> closed(410, "cancelled", appointment, t, response, model);
            case Ended(var appointment) -> closed(410, "ended", appointment, t, response, model);
            case Unknown() -> closed(404, "unknown", null, t, response, model);
        };
    }

    @PostMapping("/b/{token}")
    ResponseEntity<Map<String, Object>> join(
            @PathVariable String token,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String device,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(links.look(token) instanceof Open(Invitation invitation, Appointment appointment))) {
            return door.closed(languages.of(request));
        }
        guest(invitation).ifPresent(it -> languages.suggest(request, it.language()));
        var t = languages.of(request);
        response.addHeader(HttpHeaders.SET_COOKIE, languages.cookie(t).toString()); // the live socket speaks it too
        boolean unnamed = guest(invitation).filter(Participant::unnamed).isPresent();
        var form = new Form(t);
        var givenName = invitation.general() || unnamed ? form.required("name", name, 80, "visit.problem.name") : "";
        var givenRole = invitation.general() ? form.required("role", role, 60, "visit.problem.role") : "";
        if (!form.ok()) return ResponseEntity.unprocessableContent().body(Map.of("problems", form.problems()));
        var browser = Browser.of(request.getSession(), false, Door.device(device));
        var outcome = invitation.general()
                ? arrive.unnamed(invitation, appointment, browser, givenName, givenRole)
                : arrive.guest(invitation, appointment, browser, givenName);
        return door.answer(outcome, appointment.id(), t);
    }

    /** Whose link it is; nobody's for the general one. */
    private Optional<Participant> guest(Invitation invitation) {
        return Optional.ofNullable(invitation.participant()).flatMap(appointments::participant);
    }

    /** Kind words, never whose visit it is. */
    private String closed(
            int status,
            String kind,
            @Nullable Appointment appointment,
            Texts t,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        model.addAttribute("title", t.say("visit.link." + kind + ".title"));
        model.addAttribute(
                "text",
                appointment == null
                        ? t.say("visit.link." + kind + ".text")
                        : t.say(
                                "visit.link." + kind + ".text",
                                door.unit(appointment).messageName(),
                                Phone.shown(door.unit(appointment).phone())));
        return "visit/web/closed";
    }
}
