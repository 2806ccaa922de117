package se.vardrum.page.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.vardrum.page.Turnstile;

/** Every request goes through the turnstile, once its form has come: that may take as long as its sender's line is slow. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25) // the encoding of the form is set; the session has not been asked for
class TurnstileFilter extends OncePerRequestFilter {

    private final Turnstile turnstile;

    TurnstileFilter(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.endsWith("/live"); // a file, and the way to a WebSocket
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getParameterMap();
        try (var place = turnstile.enter()) {
            chain.doFilter(request, response);
        }
    }
}
