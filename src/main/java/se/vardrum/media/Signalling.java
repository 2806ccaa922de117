package se.vardrum.media;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Carries offers, answers and candidates between the members of a room. Who may be a member is decided by the caller;
 * one who has not joined here neither sends nor receives anything.
 */
@Component
public class Signalling {

    private static final String CHANNEL = "signal";

    private record Seat(UUID room, UUID member) {}

    private final Map<Seat, Consumer<String>> here = new ConcurrentHashMap<>();
    private final SignalTable elsewhere;
    private final Wake wake;

    Signalling(SignalTable elsewhere, Wake wake) {
        this.elsewhere = elsewhere;
        this.wake = wake;
        wake.listen(CHANNEL, this::deliver);
    }

    /** From now on what is sent to this member goes out there; a newer place of the same member takes over. */
    public void join(UUID room, UUID member, Consumer<String> out) {
        here.put(new Seat(room, member), out);
    }

    /** Only if that is still the member's place. */
    public void leave(UUID room, UUID member, Consumer<String> out) {
        here.remove(new Seat(room, member), out);
    }

    /** False when the sender is no member. A receiver on another node gets it by way of the database. */
    public boolean send(UUID room, UUID from, UUID to, String body) {
        if (!here.containsKey(new Seat(room, from))) return false;
        var out = here.get(new Seat(room, to));
        if (out != null) out.accept(body);
        else wake.nodes(CHANNEL, elsewhere.put(room, to, body) + " " + room + " " + to);
        return true;
    }

    private void deliver(String notice) {
        if (notice.equals(Wake.ALL)) return;
        var words = notice.split(" ");
        var out = here.get(new Seat(UUID.fromString(words[1]), UUID.fromString(words[2])));
        if (out != null) elsewhere.take(Long.parseLong(words[0])).ifPresent(out);
    }
}
