package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.tomcat.websocket.TransformationFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.invitation.WrongTokens;
import se.vardrum.media.IceServers;
import se.vardrum.media.Signalling;
import se.vardrum.page.Languages;
import se.vardrum.page.Site;
import se.vardrum.page.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WebSocket /visits/{id}/live: only for a browser whose session holds a place in that visit. */
@Component
class LiveSocket extends TextWebSocketHandler {

    static final int LONGEST = 64 * 1024; // an offer with many candidates is some 10 kB
    /** Every socket keeps room for so much; longer ones come in pieces. Most who wait only ever say ping. */
    private static final int PIECE = 1024;

    private static final Pattern PAGE = Pattern.compile("[0-9a-zA-Z-]{8,40}");
    private static final String SEAT = "vardrum.seat";

    /** What the handshake found out. */
    record Seat(AppointmentId visit, ArrivalId arrival, String page, Texts texts) {}

    private final ArrivalTable arrivals;
    private final LiveVisits live;
    private final Languages languages;
    private final JsonMapper json;
    private final LiveConnection.Tools tools;
    private final WrongTokens wrong;
    private final Clock clock;

    LiveSocket(
            ArrivalTable arrivals,
            LiveVisits live,
            Scene scene,
            Signalling signalling,
            IceServers ice,
            Languages languages,
            WrongTokens wrong,
            JsonMapper json,
            Clock clock) {
        this.arrivals = arrivals;
        this.live = live;
        this.languages = languages;
        this.wrong = wrong;
        this.json = json;
        this.clock = clock;
        this.tools = new LiveConnection.Tools(scene, signalling, ice, json, clock);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var seat = (Seat) requireNonNull(session.getAttributes().get(SEAT));
        var socket = new ConcurrentWebSocketSessionDecorator(session, 5_000, 512 * 1024);
        session.setTextMessageSizeLimit(PIECE);
        session.setBinaryMessageSizeLimit(0);
        var connection = new LiveConnection(socket, seat.visit(), seat.arrival(), seat.page(), seat.texts(), tools);
        session.getAttributes().put("connection", connection);
        live.add(connection);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        if (!(session.getAttributes().get("connection") instanceof LiveConnection connection)) return;
        connection.heard(clock.instant());
        var whole = connection.whole(message.getPayload(), message.isLast(), LONGEST);
        if (whole == null) return;
        JsonNode said;
        try {
            said = json.readTree(whole);
        } catch (JacksonException e) {
            session.close(CloseStatus.BAD_DATA);
            return;
        }
        switch (said.path("type").asString("")) {
            case "ping" -> connection.answer();
            case "signal" -> signal(connection, said);
            default -> session.close(CloseStatus.BAD_DATA);
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        if (session.getAttributes().get("connection") instanceof LiveConnection connection)
            connection.heard(clock.instant());
    }

    /** The sender's id is the one of its seat: nobody can speak as another. */
    private void signal(LiveConnection connection, JsonNode said) {
        var to = uuid(said.path("to").asString(""));
        if (to.isEmpty() || !said.path("body").isObject()) return;
        var forwarded = json.createObjectNode()
                .put("type", "signal")
                .put("from", connection.arrival().value().toString())
                .put("page", connection.page())
                .set("body", said.path("body"));
        tools.signalling()
                .send(
                        connection.visit().value(),
                        connection.arrival().value(),
                        to.get(),
                        json.writeValueAsString(forwarded));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (!(session.getAttributes().get("connection") instanceof LiveConnection connection)) return;
        try {
            live.remove(connection);
        } catch (org.springframework.dao.DataAccessException e) {
            // without the database the place falls silent by itself
        }
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Registers the address, and lets only a browser with a place in that visit through. */
    @Configuration
    @EnableWebSocket
    @EnableScheduling
    static class Doors implements WebSocketConfigurer, HandshakeInterceptor {

        private static final Pattern PATH = Pattern.compile("/visits/([0-9a-fA-F-]{36})/live");

        private final LiveSocket socket;
        private final String home;

        Doors(LiveSocket socket, Site site) {
            this.socket = socket;
            this.home = site.url();
            // Compression costs each socket some 300 kB, for messages of a few hundred bytes: it is not offered.
            TransformationFactory.getInstance().registerExtension("permessage-deflate", (preferences, server) -> null);
        }

        @Override
        public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
            // Behind a proxy that ends TLS the page's origin is not the request's, but this one.
            registry.addHandler(socket, "/visits/*/live").addInterceptors(this).setAllowedOrigins(home);
        }

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            var seat = seat(request);
            seat.ifPresent(it -> attributes.put(SEAT, it));
            if (seat.isEmpty()) response.setStatusCode(org.springframework.http.HttpStatus.NOT_FOUND);
            return seat.isPresent();
        }

        private Optional<Seat> seat(ServerHttpRequest request) {
            var path = PATH.matcher(request.getURI().getPath());
            if (!path.matches() || !(request instanceof ServletServerHttpRequest servlet)) return Optional.empty();
            var page = servlet.getServletRequest().getParameter("page");
            var visit = uuid(path.group(1)).map(AppointmentId::new);
            if (page == null || !PAGE.matcher(page).matches() || visit.isEmpty()) return Optional.empty();
            var place = Browser.named(servlet.getServletRequest().getSession(false))
                    .flatMap(browser -> socket.arrivals.ofBrowser(visit.get(), browser));
            if (place.isEmpty()) socket.wrong.noPlace(visit.get());
            return place.map(arrival ->
                    new Seat(visit.get(), arrival.id(), page, socket.languages.of(servlet.getServletRequest())));
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {}
    }
}
