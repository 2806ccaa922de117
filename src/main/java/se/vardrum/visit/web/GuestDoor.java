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
import se.vardrum.invitation.OpenLink.Outcome.Known;
import se.vardrum.invitation.OpenLink.Outcome.Open;
import se.vardrum.page.Addresses;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
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
    private final EarlyDoor early;
    private final Answers answers;
    private final Languages languages;
    private final Addresses addresses;

    GuestDoor(
            OpenLink links,
            Arrive arrive,
            Appointments appointments,
            Door door,
            EarlyDoor early,
            Answers answers,
            Languages languages,
            Addresses addresses) {
        this.links = links;
        this.arrive = arrive;
        this.appointments = appointments;
        this.door = door;
        this.early = early;
        this.answers = answers;
        this.languages = languages;
        this.addresses = addresses;
    }

    /** What a mail program hung on to the link, in the address or below it, is taken off first. */
    @GetMapping({"/b/{token}", "/b/{token}/**"})
    String open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var clean = links.within(token);
        if (clean.isPresent()) return "redirect:/b/" + clean.get();
        var outcome = links.look(token, addresses.of(request));
        boolean below = !request.getRequestURI().equals("/b/" + token);
        if (below && outcome instanceof Known) return "redirect:/b/" + token;
        suggest(outcome, request);
        var t = languages.of(request);
        return switch (outcome) {
            case Open(var it, var visit) -> open(it, visit, token, t, request, model);
            case Known it when keeps(it, request) -> open(it.invitation(), it.appointment(), token, t, request, model);
            default -> answers.link(outcome, t, response, model);
        };
    }

    /** By a general link that is no more: whoever has a place in the visit keeps it. */
    private boolean keeps(Known it, HttpServletRequest request) {
        return it.invitation().general()
                && door.inside(request.getSession(false), it.appointment().id());
    }

    private String open(
            Invitation it, Appointment visit, String token, Texts t, HttpServletRequest request, Model model) {
        var session = request.getSession(false);
        if (!door.inside(session, visit.id())) {
            var notYet = early.page(visit, false, t, model);
            if (notYet.isPresent()) return notYet.get();
        }
        var guest = guest(it);
        boolean patient = guest.filter(Participant::byLink).isPresent();
        boolean unnamed = guest.filter(Participant::unnamed).isPresent();
        var name = patient
                ? t.say("visit.patient") // anybody may have the link
                : guest.map(Participant::name).orElse("");
        var asks = guest.isEmpty() ? Door.Asks.NAME_AND_ROLE : unnamed ? Door.Asks.NAME : Door.Asks.NOTHING;
        var way = Door.Way.guest("/b/" + token, t.say("visit.heading"), name, asks, guest.orElse(null));
        model.addAttribute("view", door.view(visit, way, t, session));
        return "visit/web/call";
    }

    @PostMapping("/b/{token}")
    ResponseEntity<Map<String, Object>> join(
            @PathVariable String token,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String device,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = links.look(token, addresses.of(request));
        suggest(outcome, request);
        var t = languages.of(request);
        if (!(outcome instanceof Open(Invitation invitation, Appointment appointment))) {
            return door.closed(t);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, languages.cookie(t).toString()); // the live socket speaks it too
        boolean unnamed = guest(invitation).filter(Participant::unnamed).isPresent();
        var form = new Form(t);
        var givenName = invitation.general() || unnamed ? form.required("name", name, 80, "visit.problem.name") : "";
        var givenRole = invitation.general() ? form.required("role", role, 60, "visit.problem.role") : "";
        if (!form.ok()) return ResponseEntity.unprocessableContent().body(Map.of("problems", form.problems()));
        var browser = Browser.of(request.getSession(), false, Door.device(device));
        var place = invitation.general()
                ? arrive.unnamed(invitation, appointment, browser, givenName, givenRole)
                : arrive.guest(invitation, appointment, browser, givenName);
        return door.answer(place, appointment.id(), t);
    }

    /** Whose link it is; nobody's for the general one. */
    private Optional<Participant> guest(Invitation invitation) {
        return Optional.ofNullable(invitation.participant()).flatMap(appointments::participant);
    }

    /** Who was invited in a language is also answered in it when the link opens nothing. */
    private void suggest(OpenLink.Outcome outcome, HttpServletRequest request) {
        if (outcome instanceof Known it)
            guest(it.invitation()).ifPresent(guest -> languages.suggest(request, guest.language()));
    }
}
