package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import se.vardrum.access.Actor;
import se.vardrum.access.SignIn;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;

/** Answers 409 with the visit as it is now, and says what did not happen. */
@ControllerAdvice(basePackageClasses = TooLatePages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLatePages {

    private final VisitRoom room;
    private final Languages languages;

    TooLatePages(VisitRoom room, Languages languages) {
        this.room = room;
        this.languages = languages;
    }

    @ExceptionHandler
    String tooLate(TooLate thrown, HttpServletRequest request, HttpServletResponse response, Model model) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(SignIn.actor(authentication) instanceof Actor.Staff me)) throw new NotFound();
        response.setStatus(409);
        model.addAttribute("view", room.look(me, thrown.visit(), false, languages.of(request)));
        model.addAttribute("problem", thrown.what());
        return "overview/web/visit";
    }
}
