package se.vardrum.visit;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
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

    record WaitingMessage(String type, String state, Responsible responsible) {}

    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    record PeopleMessage(
            String type,
            @Nullable String you,
            @Nullable List<IceServer> ice,
            List<Person> people,
            String responsible,
            @Nullable List<Scene.Waiting> waiting) {}

    record Plain(String type) {}

    /** What every connection works with. */
    record Tools(Scene scene, Signalling signalling, IceServers ice, JsonMapper json) {}

    private final WebSocketSession socket;
    private final AppointmentId visit;
    private final ArrivalId arrival;
    private final String page;
    private final Texts t;
    private final Tools tools;
    private final Consumer<String> out = this::send;
    private boolean admitted;
    private String told = "";

    LiveConnection(WebSocketSession socket, AppointmentId visit, ArrivalId arrival, String page, Texts t, Tools tools) {
        this.socket = socket;
        this.visit = visit;
        this.arrival = arrival;
        this.page = page;
        this.t = t;
        this.tools = tools;
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

    synchronized void tell(Now now) {
        var me = now.arrival(arrival).orElse(null);
        if (me == null || !socket.isOpen()) return;
        if (!me.page().equals(page)) stop("replaced");
        else if (now.visit().state() == VisitState.CANCELLED) waiting(now, "CANCELLED");
        else if (!now.visit().state().open()) stop("ended");
        else
            switch (me.state()) {
                case ADMITTED -> inCall(now, me);
                case LEFT -> stop("left");
                case WAITING, REFUSED, REMOVED -> waiting(now, me.state().name());
            }
    }

    private void waiting(Now now, String state) {
        if (admitted) tools.signalling().leave(visit.value(), arrival.value(), out);
        admitted = false;
        say(new WaitingMessage("waiting", state, tools.scene().responsible(now)));
    }

    private void inCall(Now now, Arrival me) {
        boolean first = !admitted;
        admitted = true;
        if (first) tools.signalling().join(visit.value(), arrival.value(), out);
        var people = tools.scene().people(now, me, t);
        var waits = now.isStaff(me) ? tools.scene().waiting(now, me, t) : null;
        var responsible = tools.scene().responsible(now).name();
        if (first) {
            send(json(new PeopleMessage(
                    "welcome",
                    arrival.value().toString(),
                    tools.ice().of(arrival.value()),
                    people,
                    responsible,
                    waits)));
            told = json(new PeopleMessage("people", null, null, people, responsible, waits));
        } else {
            say(new PeopleMessage("people", null, null, people, responsible, waits));
        }
    }

    private void stop(String type) {
        close();
        say(new Plain(type));
        try {
            socket.close(CloseStatus.NORMAL);
        } catch (IOException e) {
            // it is gone already
        }
    }

    synchronized void close() {
        if (admitted) tools.signalling().leave(visit.value(), arrival.value(), out);
        admitted = false;
    }

    void pong() {
        send(json(new Plain("pong")));
    }

    private void say(Object message) {
        var text = json(message);
        if (text.equals(told)) return;
        told = text;
        send(text);
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
