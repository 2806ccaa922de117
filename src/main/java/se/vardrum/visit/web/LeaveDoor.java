package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.page.NotFound;
import se.vardrum.visit.Browser;
import se.vardrum.visit.Leave;

/** Going, for whoever holds a place. */
@Controller
class LeaveDoor {

    private final Leave leave;

    LeaveDoor(Leave leave) {
        this.leave = leave;
    }

    @PostMapping("/visits/{id}/leave")
    ResponseEntity<Void> leave(@PathVariable UUID id, HttpServletRequest request) {
        var visit = new AppointmentId(id);
        var browser = Browser.named(request.getSession(false)).orElseThrow(NotFound::new);
        if (!leave.leave(visit, browser)) throw new NotFound();
        return ResponseEntity.noContent().build();
    }
}
