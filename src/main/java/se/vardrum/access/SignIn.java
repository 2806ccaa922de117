package se.vardrum.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Makes somebody the one who acts from now on, and tells who that is. */
@Component
public class SignIn {

    private final SecurityContextRepository contexts;
    private final RequestCache asked;
    private final ApplicationEventPublisher events;

    SignIn(SecurityContextRepository contexts, RequestCache asked, ApplicationEventPublisher events) {
        this.contexts = contexts;
        this.asked = asked;
        this.events = events;
    }

    /** Signs in under a new session id, and answers the path to go to: the one asked for before, or the actor's own home. */
    public String as(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var before = asked.getRequest(request, response);
        var old = request.getSession(false);
        if (old != null) old.invalidate(); // nothing of whoever sat here before goes on
        var kind = actor instanceof Actor.Staff ? "ROLE_STAFF" : "ROLE_PATIENT";
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, List.of(new SimpleGrantedAuthority(kind))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        events.publishEvent(new SignedIn(actor));
        if (before == null) return home(actor);
        var target = java.net.URI.create(before.getRedirectUrl());
        return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }

    public static String home(Actor actor) {
        return actor instanceof Actor.Staff ? "/visits" : "/mina";
    }

    /** The one who acts, or null when nobody is signed in. */
    public static @Nullable Actor actor(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null;
    }
}
