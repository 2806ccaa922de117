package se.vardrum.visit;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardrum.page.Ids;

/**
 * The browser somebody comes in, named in its session: the one thing that lets a page speak for a place.
 *
 * @param goesOnHere takes up the place of a signed-in person also while it lives in another browser
 * @param devices what it could use, such as "camera,microphone"; empty when not told
 */
public record Browser(UUID id, boolean goesOnHere, String devices) {

    private static final String NAME = "browser";

    /** The one of this session, which gets its name now if it had none. */
    public static Browser of(HttpSession session, boolean goesOnHere, String devices) {
        var id = named(session).orElseGet(Ids::next);
        session.setAttribute(NAME, id);
        return new Browser(id, goesOnHere, devices);
    }

    /** Empty for a browser that has been to no door yet. */
    public static Optional<UUID> named(@Nullable HttpSession session) {
        return session != null && session.getAttribute(NAME) instanceof UUID id ? Optional.of(id) : Optional.empty();
    }
}
