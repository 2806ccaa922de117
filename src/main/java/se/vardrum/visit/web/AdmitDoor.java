package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Texts;
import se.vardrum.visit.Admit;
import se.vardrum.visit.ArrivalId;
import se.vardrum.visit.BeLate;
import se.vardrum.visit.DoorOutcome;
import se.vardrum.visit.KeepDoor;
import se.vardrum.visit.ReadyNote;

/**
 * What staff do at the door of a visit. From the call's script each answers with no content, or 409 and a sentence; from a
 * page it leads back there, which says the same.
 */
@Controller
class AdmitDoor {

    private static final Set<Integer> DELAYS = Set.of(5, 10, 15);
    private static final int LONGEST_NOTE = 200;

    private final Admit admit;
    private final KeepDoor keep;
    private final BeLate late;
    private final Languages languages;

    AdmitDoor(Admit admit, KeepDoor keep, BeLate late, Languages languages) {
        this.admit = admit;
        this.keep = keep;
        this.late = late;
        this.languages = languages;
    }

    @PostMapping("/visits/{id}/admit/{arrival}")
    Object admit(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID arrival, HttpServletRequest request) {
        return answer(id, admit.admit(me, new AppointmentId(id), new ArrivalId(arrival)), "admitted", request);
    }

    @PostMapping("/visits/{id}/refuse/{arrival}")
    Object refuse(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID arrival, HttpServletRequest request) {
        return answer(id, admit.refuse(me, new AppointmentId(id), new ArrivalId(arrival)), "refused", request);
    }

    @PostMapping("/visits/{id}/take-back/{arrival}")
    Object takeBack(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID arrival, HttpServletRequest request) {
        return answer(id, admit.takeBack(me, new AppointmentId(id), new ArrivalId(arrival)), "taken-back", request);
    }

    @PostMapping("/visits/{id}/send-back/{arrival}")
    Object sendBack(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID arrival, HttpServletRequest request) {
        return answer(id, admit.sendBack(me, new AppointmentId(id), new ArrivalId(arrival)), "sent-back", request);
    }

    @PostMapping("/visits/{id}/put-out/{arrival}")
    Object putOut(Actor.Staff me, @PathVariable UUID id, @PathVariable UUID arrival, HttpServletRequest request) {
        return answer(id, admit.remove(me, new AppointmentId(id), new ArrivalId(arrival)), "put-out", request);
    }

    @PostMapping("/visits/{id}/lock")
    Object lock(Actor.Staff me, @PathVariable UUID id, @RequestParam boolean locked, HttpServletRequest request) {
        var done = keep.lock(me, new AppointmentId(id), locked);
        return answer(id, done, locked ? "locked" : "unlocked", request);
    }

    /** A ready sentence, or one's own; neither takes away what stands there. */
    @PostMapping("/visits/{id}/note")
    Object note(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam @Nullable ReadyNote ready,
            @RequestParam @Nullable String text,
            HttpServletRequest request) {
        var form = new Form(languages.of(request));
        var own = form.line("text", text, LONGEST_NOTE);
        if (!form.ok()) return problem(id, "note-too-long", request);
        var done = keep.write(me, new AppointmentId(id), ready, ready != null || own.isEmpty() ? null : own);
        return answer(id, done, ready == null && own.isEmpty() ? "note-gone" : "note", request);
    }

    @PostMapping("/visits/{id}/late")
    Object late(Actor.Staff me, @PathVariable UUID id, @RequestParam int minutes, HttpServletRequest request) {
        if (!DELAYS.contains(minutes)) throw new NotFound();
        return answer(id, late.by(Duration.ofMinutes(minutes), me, new AppointmentId(id)), "late", request);
    }

    private Object answer(UUID id, DoorOutcome outcome, String done, HttpServletRequest request) {
        return switch (outcome) {
            case DONE -> done(id, done, request);
            case NOT_FOUND -> throw new NotFound();
            case NOT_STARTED -> problem(id, "not-started", request);
            case OVER -> problem(id, "over", request);
            case NOT_NOW -> problem(id, "not-now", request);
            case STAYS -> problem(id, "stays", request);
        };
    }

    private Object done(UUID id, String what, HttpServletRequest request) {
        return page(request)
                ? back(id, "done", what, request)
                : ResponseEntity.noContent().build();
    }

    private Object problem(UUID id, String what, HttpServletRequest request) {
        if (page(request)) return back(id, "problem", what, request);
        return ResponseEntity.status(409).body(Map.of("text", t(request).say("visit.door." + what)));
    }

    private Texts t(HttpServletRequest request) {
        return languages.of(request);
    }

    private static boolean page(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    /** To the visit's page, or to the list the button stood in. */
    private static String back(UUID id, String kind, String what, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(kind, what);
        var list = request.getParameter("list");
        return "redirect:" + (list != null && list.matches("/visits\\?[a-z=&]{0,40}") ? list : "/visits/" + id);
    }
}
