package se.vardrum.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a few requests work at a time, in the order they came. More at once would take turns at the same processors: all
 * slower, and the unlucky ones much (docs/performance.md). Whoever cannot be let in for long goes in anyway, so that
 * somebody with a slow line holds up nobody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25) // form fields can be read; the session has not been asked for
class Turnstile extends OncePerRequestFilter {

    private static final int EACH_PROCESSOR = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Semaphore places;

    Turnstile(Environment env) {
        var usual = EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        this.places = new Semaphore(env.getProperty("vardrum.requests-at-once", Integer.class, usual), true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.endsWith("/live"); // a file, and the way to a WebSocket
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getParameterMap(); // now, for a form comes as slowly as its sender's line
        boolean within = place();
        try {
            chain.doFilter(request, response);
        } finally {
            if (within) places.release();
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
