package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.invitation.Links;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.visit.FindVisit;

/** The general link for staff who are in the call; or why there is none now. */
@Controller
class ShareDoor {

    private final FindVisit find;
    private final Links links;
    private final Languages languages;

    ShareDoor(FindVisit find, Links links, Languages languages) {
        this.find = find;
        this.links = links;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/share")
    ResponseEntity<Map<String, String>> link(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request) {
        var visit = new AppointmentId(id);
        var seen =
                find.toChange(me, visit).filter(it -> it.visit().state().open()).orElseThrow(NotFound::new);
        var t = languages.of(request);
        var none = seen.appointment().linksNow() ? "call.share.none" : "call.share.at-start";
        return ResponseEntity.ok(links.general(visit)
                .map(it -> Map.of("link", it, "text", t.say("call.share.about")))
                .orElseGet(() -> Map.of("link", "", "text", t.say(none))));
    }
}
