package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.Directory;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Phone;
import se.vardrum.visit.CheckDevices;
import se.vardrum.visit.CheckDevices.Tester;

/**
 * The device check, by the same three ways as the visit. Opening it changes nothing; where it is not to be had, the way
 * leads to the door, which says what now.
 */
@Controller
class CheckDoor {

    private final CheckDevices check;
    private final Directory directory;
    private final Languages languages;

    CheckDoor(CheckDevices check, Directory directory, Languages languages) {
        this.check = check;
        this.directory = directory;
        this.languages = languages;
    }

    @GetMapping("/b/{token}/check")
    String byLink(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var tester = check.byLink(token).orElse(null);
        if (tester == null) return "redirect:/b/{token}";
        if (tester.self() != null) languages.suggest(request, tester.self().language());
        return page(tester, "/b/" + token + "/check", "/b/" + token, false, model);
    }

    @GetMapping("/mina/visits/{id}/check")
    String patient(Actor.Patient me, @PathVariable UUID id, Model model) {
        var tester = check.patient(me, new AppointmentId(id)).orElse(null);
        if (tester == null) return "redirect:/mina/visits/{id}";
        return page(tester, "/mina/visits/" + id + "/check", "/mina/visits/" + id, false, model);
    }

    @GetMapping("/visits/{id}/check")
    String staff(Actor.Staff me, @PathVariable UUID id, Model model) {
        var tester = check.staff(me, new AppointmentId(id)).orElse(null);
        if (tester == null) return "redirect:/visits/{id}";
        return page(tester, "/visits/" + id + "/check", "/visits/" + id + "/call", true, model);
    }

    private String page(Tester tester, String url, String door, boolean staff, Model model) {
        var phone = directory.unit(tester.unit()).phone();
        model.addAttribute("view", new CheckView(url, door, tester.self() != null, staff, phone, Phone.shown(phone)));
        return "visit/web/check";
    }

    @PostMapping("/b/{token}/check")
    ResponseEntity<?> keep(@PathVariable String token, ToldCheck told, HttpServletRequest request) {
        return check.byLink(token).<ResponseEntity<?>>map(it -> kept(it, told)).orElseGet(() -> over(request));
    }

    @PostMapping("/mina/visits/{id}/check")
    ResponseEntity<?> keep(Actor.Patient me, @PathVariable UUID id, ToldCheck told) {
        return kept(check.patient(me, new AppointmentId(id)).orElseThrow(NotFound::new), told);
    }

    @PostMapping("/visits/{id}/check")
    ResponseEntity<?> keep(Actor.Staff me, @PathVariable UUID id, ToldCheck told) {
        return kept(check.staff(me, new AppointmentId(id)).orElseThrow(NotFound::new), told);
    }

    private ResponseEntity<?> kept(Tester tester, ToldCheck told) {
        var found = told.found();
        if (found == null) return ResponseEntity.badRequest().build();
        check.keep(tester, found);
        return ResponseEntity.noContent().build();
    }

    /** Servers and credentials to try the network with, for who may see the visit; a POST, since they are made anew. */
    @PostMapping("/b/{token}/check/network")
    ResponseEntity<?> network(@PathVariable String token, HttpServletRequest request) {
        return check.byLink(token).<ResponseEntity<?>>map(it -> servers()).orElseGet(() -> over(request));
    }

    @PostMapping("/mina/visits/{id}/check/network")
    ResponseEntity<?> network(Actor.Patient me, @PathVariable UUID id) {
        if (check.patient(me, new AppointmentId(id)).isEmpty()) throw new NotFound();
        return servers();
    }

    @PostMapping("/visits/{id}/check/network")
    ResponseEntity<?> network(Actor.Staff me, @PathVariable UUID id) {
        if (check.staff(me, new AppointmentId(id)).isEmpty()) throw new NotFound();
        return servers();
    }

    private ResponseEntity<?> servers() {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(Map.of("ice", check.network()));
    }

    /** As the door answers. */
    private ResponseEntity<?> over(HttpServletRequest request) {
        var t = languages.of(request);
        return ResponseEntity.status(410)
                .body(Map.of("title", t.say("visit.over.title"), "text", t.say("visit.over.text")));
    }
}
