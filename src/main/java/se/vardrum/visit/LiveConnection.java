package se.vardrum.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.media.IceServers;
import se.vardrum.media.IceServers.IceServer;
import se.vardrum.media.Signalling;
import se.vardrum.page.Texts;
import se.vardrum.visit.Scene.Now;
import se.vardrum.visit.Scene.Person;
import se.vardrum.visit.Scene.Responsible;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page's socket. One who waits hears the own state and nothing else, and is no member of the signalling room; both
 * change in the one method below, from what the tables say.
 */
class LiveConnection {

    /** A page that said nothing for so long is asked whether it is there. */
    static final Duration QUIET = Duration.ofSeconds(4); // ours speak every three

    /**
     * To one who is not in the call.
     *
     * @param state what is so
     * @param starts when it is booked for, in words and as an instant; promised the same for one who is late
     * @param note what staff tell those who wait
     * @param free when a place that is in use in another browser will be free; null while it is in use
     * @param waiting who else waits, for staff alone
     * @param now the server's clock
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingMessage(
            String type,
            Scene.State state,
            Responsible responsible,
            String when,
            Scene.Time starts,
            Scene.@Nullable Time promised,
            String note,
            @Nullable String free,
            @Nullable List<Scene.Waiting> waiting,
            String now) {}

    /**
     * To one who is in the call.
     *
     * @param note what those who wait read, for staff alone; empty for nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeopleMessage(
            String type,
            @Nullable String you,
            @Nullable List<IceServer> ice,
            List<Person> people,
            String responsible,
            Scene.@Nullable Instead instead,
            @Nullable List<Scene.Waiting> waiting,
            @Nullable Boolean locked,
            @Nullable String note,
            @Nullable String missing,
            String now) {}

    record Plain(String type) {}

    /** What every connection works with. */
    record Tools(Scene scene, Signalling signalling, IceServers ice, JsonMapper json, Clock clock) {}

    private final WebSocketSession socket;
    private final AppointmentId visit;
    private final ArrivalId arrival;
    private final String page;
    private final Texts t;
    private final Tools tools;
    private final Consumer<String> out = this::send;
    private boolean admitted;
    private String told = "";
    private volatile Instant heardAt;
    private StringBuilder partial = new StringBuilder(0);

    LiveConnection(WebSocketSession socket, AppointmentId visit, ArrivalId arrival, String page, Texts t, Tools tools) {
        this.socket = socket;
        this.visit = visit;
        this.arrival = arrival;
        this.page = page;
        this.t = t;
        this.tools = tools;
        this.heardAt = tools.clock().instant();
    }

    void heard(Instant now) {
        heardAt = now;
    }

    Duration silentFor(Instant now) {
        return Duration.between(heardAt, now);
    }

    AppointmentId visit() {
        return visit;
    }

    ArrivalId arrival() {
        return arrival;
    }

    String page() {
        return page;
    }

    /** A message whose last piece this is, null before that; one that gets too long closes the socket. */
    @Nullable
    String whole(String piece, boolean last, int longest) {
        if (last && partial.isEmpty()) return piece;
        partial.append(piece);
        if (partial.length() > longest) {
            partial.setLength(0);
            close(CloseStatus.TOO_BIG_TO_PROCESS);
            return null;
        }
        if (!last) return null;
        var whole = partial.toString();
        partial = new StringBuilder(0);
        return whole;
    }

    synchronized void tell(Now now) {
        var me = now.arrival(arrival).orElse(null);
        if (me == null || !socket.isOpen()) return;
        if (!me.page().equals(page)) stop("replaced");
        else if (now.visit().state() == VisitState.CANCELLED) waiting(now, me);
        else if (!now.visit().state().open()) stop("ended");
        else
            switch (me.state()) {
                case ADMITTED -> inCall(now, me);
                case LEFT -> stop("left");
                case WAITING, REFUSED, REMOVED -> waiting(now, me);
            }
    }

    private void waiting(Now now, Arrival me) {
        leaveCall();
        var scene = tools.scene();
        var starts = now.appointment().slot();
        var moments = t.in(now.unit().zone());
        var free = scene.free(now, me);
        say(at -> new WaitingMessage(
                "waiting",
                scene.state(now, me),
                scene.responsible(now),
                moments.span(starts.from(), starts.to()),
                scene.time(starts.from(), moments),
                now.visit().promised() == null ? null : scene.time(now.visit().promised(), moments),
                now.visit().noteIn(t),
                free == null ? null : free.toString(),
                now.isStaff(me) ? scene.waiting(now, me, t) : null,
                at));
    }

    private void inCall(Now now, Arrival me) {
        boolean first = !admitted;
        admitted = true;
        if (first) tools.signalling().join(visit.value(), arrival.value(), out);
        if (!first) say(at -> people("people", now, me, at));
        else {
            send(json(people("welcome", now, me, tools.clock().instant().toString())));
            told = json(people("people", now, me, ""));
        }
    }

    private PeopleMessage people(String type, Now now, Arrival me, String at) {
        boolean welcome = type.equals("welcome");
        boolean staff = now.isStaff(me);
        var scene = tools.scene();
        return new PeopleMessage(
                type,
                welcome ? arrival.value().toString() : null,
                welcome ? tools.ice().of(arrival.value()) : null,
                scene.people(now, me, t),
                scene.responsible(now).name(),
                staff ? null : scene.instead(now),
                staff ? scene.waiting(now, me, t) : null,
                staff ? now.visit().locked() : null,
                staff ? now.visit().noteIn(t) : null,
                staff ? scene.missing(now, t) : null,
                at);
    }

    private void stop(String type) {
        leaveCall();
        send(json(new Plain(type)));
        close(CloseStatus.NORMAL);
    }

    synchronized void close() {
        leaveCall();
    }

    private void leaveCall() {
        if (admitted) tools.signalling().leave(visit.value(), arrival.value(), out);
        admitted = false;
    }

    void answer() {
        send("{\"type\":\"pong\"}");
    }

    /** Answered by the browser itself, also for a page whose timers sleep in the background. */
    void ping() {
        try {
            socket.sendMessage(new PingMessage());
        } catch (IOException | IllegalStateException e) {
            // it is heard no more, and given up for that
        }
    }

    void hangUp() {
        close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    private void close(CloseStatus why) {
        try {
            socket.close(why);
        } catch (IOException e) {
            // it is gone already
        }
    }

    /** Only what is new; that time has passed is not. */
    private void say(Function<String, Object> message) {
        var text = json(message.apply(""));
        if (text.equals(told)) return;
        told = text;
        send(json(message.apply(tools.clock().instant().toString())));
    }

    private String json(Object message) {
        return tools.json().writeValueAsString(message);
    }

    private void send(String text) {
        try {
            socket.sendMessage(new TextMessage(text));
        } catch (IOException | IllegalStateException e) {
            // a broken socket is noticed by its close, and the page comes back by itself
        }
    }
}
