package se.vardrum.page;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets a few work at a time, in the order they came: requests, and in the same line what is done in the background. More
 * at once would take turns at the same processors: all slower, and the unlucky ones much (docs/performance.md). Whoever
 * cannot be let in for long goes in anyway, so that somebody who is stuck holds up nobody.
 */
@Component
public class Turnstile {

    private static final int EACH_PROCESSOR = 3;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Semaphore places;

    Turnstile(Environment env) {
        var usual = EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        this.places = new Semaphore(env.getProperty("vardrum.at-once", Integer.class, usual), true);
    }

    /** A place inside; to be closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for its turn like everybody, and keeps no place: for work that mostly waits for somebody else. */
    public void pass() {
        enter().close();
    }

    /** Waits for a place, half a second at most. */
    public Place enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? places::release : () -> {};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }
}
