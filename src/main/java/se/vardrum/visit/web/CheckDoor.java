package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.Directory;
import se.vardrum.invitation.OpenLink;
import se.vardrum.page.Addresses;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Phone;
import se.vardrum.visit.CheckDevices;
import se.vardrum.visit.CheckDevices.Tester;

/** The device check, by the same three ways as the visit, and answered as there. Opening it changes nothing. */
@Controller
class CheckDoor {

    private final CheckDevices check;
    private final OpenLink links;
    private final Answers answers;
    private final Directory directory;
    private final Languages languages;
    private final Addresses addresses;

    CheckDoor(
            CheckDevices check,
            OpenLink links,
            Answers answers,
            Directory directory,
            Languages languages,
            Addresses addresses) {
        this.check = check;
        this.links = links;
        this.answers = answers;
        this.directory = directory;
        this.languages = languages;
        this.addresses = addresses;
    }

    @GetMapping("/b/{token}/check")
    String byLink(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var outcome = links.look(token, addresses.of(request));
        var tester = tester(outcome).orElse(null);
        if (tester == null && outcome instanceof OpenLink.Outcome.Open) throw new NotFound();
        if (tester == null) return answers.link(outcome, languages.of(request), response, model);
        if (tester.self() != null) languages.suggest(request, tester.self().language());
        var untold =
                answers.secret(tester.appointment()) ? languages.of(request).say("visit.inviter") : "";
        return page(tester, "/b/" + token, "", untold, model);
    }

    @GetMapping("/mina/visits/{id}/check")
    String patient(Actor.Patient me, @PathVariable UUID id, Model model) {
        var tester = check.patient(me, new AppointmentId(id)).orElse(null);
        return tester == null ? "redirect:/mina/visits/{id}" : page(tester, "/mina/visits/" + id, "", "", model);
    }

    @GetMapping("/visits/{id}/check")
    String staff(Actor.Staff me, @PathVariable UUID id, Model model) {
        var tester = check.staff(me, new AppointmentId(id)).orElse(null);
        return tester == null ? "redirect:/visits/{id}" : page(tester, "/visits/" + id, "/call", "", model);
    }

    /** @param untold said instead of the number where that is not told */
    private String page(Tester tester, String visit, String call, String untold, Model model) {
        var phone = untold.isEmpty() ? directory.unit(tester.unit()).phone() : "";
        var shown = untold.isEmpty() ? Phone.shown(phone) : untold;
        model.addAttribute("view", new CheckView(visit + "/check", visit + call, tester.self() != null, phone, shown));
        return "visit/web/check";
    }

    @PostMapping("/b/{token}/check")
    ResponseEntity<?> keep(@PathVariable String token, ToldCheck told, HttpServletRequest request) {
        return byLink(token, request, it -> kept(it, told));
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
        return byLink(token, request, it -> servers());
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

    private ResponseEntity<?> byLink(
            String token, HttpServletRequest request, Function<Tester, ResponseEntity<?>> answer) {
        return tester(links.look(token, addresses.of(request)))
                .<ResponseEntity<?>>map(answer)
                .orElseGet(() -> ResponseEntity.status(410).build());
    }

    private Optional<Tester> tester(OpenLink.Outcome outcome) {
        return outcome instanceof OpenLink.Outcome.Open(var invitation, var appointment)
                ? check.byLink(invitation, appointment)
                : Optional.empty();
    }
}
