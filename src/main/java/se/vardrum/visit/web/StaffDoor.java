package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.Browser;
import se.vardrum.visit.EndVisit;
import se.vardrum.visit.FindVisit;
import se.vardrum.visit.StartVisit;

/** The staff's door, and starting and ending a visit. */
@Controller
class StaffDoor {

    private final FindVisit find;
    private final Arrive arrive;
    private final StartVisit start;
    private final EndVisit end;
    private final Door door;
    private final Languages languages;

    StaffDoor(FindVisit find, Arrive arrive, StartVisit start, EndVisit end, Door door, Languages languages) {
        this.find = find;
        this.arrive = arrive;
        this.start = start;
        this.end = end;
        this.door = door;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/call")
    String open(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var seen = find.toChange(me, new AppointmentId(id)).orElseThrow(NotFound::new);
        if (!seen.visit().state().open()) return "redirect:/visits/" + id;
        var t = languages.of(request);
        var way = Door.Way.staff(
                "/visits/" + id,
                seen.appointment().reason(t.language()),
                me.name(),
                seen.seesUnit() ? null : new CareUnitId(me.unit()));
        model.addAttribute("view", door.view(seen.appointment(), way, t, request.getSession(false)));
        return "visit/web/call";
    }

    @PostMapping("/visits/{id}/arrive")
    ResponseEntity<Map<String, Object>> join(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam @Nullable String device,
            @RequestParam(defaultValue = "false") boolean here,
            HttpServletRequest request) {
        var visit = new AppointmentId(id);
        if (find.toChange(me, visit).isEmpty()) throw new NotFound();
        var browser = Browser.of(request.getSession(), here, Door.device(device));
        return door.answer(arrive.staff(me, visit, browser), visit, languages.of(request));
    }

    /** From a page it leads into the call; the call's own script asks for no page. */
    @PostMapping("/visits/{id}/start")
    Object start(
            Actor.Staff me, @PathVariable UUID id, @RequestHeader(value = "Accept", defaultValue = "") String accept) {
        var outcome = start.start(me, new AppointmentId(id));
        if (outcome == StartVisit.Outcome.NOT_FOUND) throw new NotFound();
        if (!accept.contains("text/html")) {
            return outcome == StartVisit.Outcome.TOO_LATE
                    ? ResponseEntity.status(409).build()
                    : ResponseEntity.noContent().build();
        }
        return "redirect:/visits/" + id + (outcome == StartVisit.Outcome.TOO_LATE ? "" : "/call");
    }

    @PostMapping("/visits/{id}/end")
    ResponseEntity<Void> end(Actor.Staff me, @PathVariable UUID id) {
        if (!end.end(me, new AppointmentId(id))) throw new NotFound();
        return ResponseEntity.noContent().build();
    }
}
