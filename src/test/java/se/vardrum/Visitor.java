package se.vardrum;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's browser without the browser: cookies, forms with their anti-forgery token, and WebSockets. */
public class Visitor {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String site;
    private final HttpClient http;
    private String csrf = "";

    public Visitor(int port) {
        this.site = "http://localhost:" + port;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    public record Answer(int status, String body, String location) {}

    /** Signs in as the demo person of that name. */
    public Visitor signedInAs(String name) {
        var page = get("/login?q=" + URLEncoder.encode(name, UTF_8)).body();
        var form = Pattern.compile("<form[^>]*action=\"/login/demo\".*?</form>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(it -> it.group())
                .filter(it -> it.contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no one called " + name + " to sign in as"));
        var fields = new ArrayList<String>();
        Pattern.compile("name=\"(?!_csrf)([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(it -> {
                    fields.add(it.group(1));
                    fields.add(it.group(2));
                });
        var answer = post("/login/demo", fields.toArray(String[]::new));
        if (answer.status() / 100 != 3) throw new AssertionError("sign-in answered " + answer.status());
        return this;
    }

    /** Follows nothing; keeps the page's anti-forgery token for the next post. */
    public Answer get(String path) {
        var answer = send(request(path).GET().header("Accept", "text/html"));
        var token = CSRF.matcher(answer.body());
        if (token.find()) csrf = token.group(1);
        return answer;
    }

    /** A form's post, as a page sends it. */
    public Answer post(String path, String... fields) {
        return post(path, "text/html", fields);
    }

    /** As a page's script sends it. */
    public Answer call(String path, String... fields) {
        return post(path, "application/json", fields);
    }

    private Answer post(String path, String accept, String... fields) {
        var form = new StringBuilder("_csrf=" + URLEncoder.encode(csrf, UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(URLEncoder.encode(fields[i], UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return send(request(path)
                .header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : site + path))
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Opens a WebSocket; null when the server refuses the handshake. */
    public @Nullable Socket socket(String path) {
        var socket = new Socket();
        try {
            socket.open = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(URI.create(site.replace("http", "ws") + path), socket)
                    .join();
            return socket;
        } catch (CompletionException e) {
            return null;
        }
    }

    /** What came over a WebSocket, in order. */
    public static class Socket implements WebSocket.Listener {

        private static final JsonMapper JSON = new JsonMapper();

        private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        private final List<String> everything = new ArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private WebSocket open;
        private volatile boolean closed;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                synchronized (everything) {
                    everything.add(partial.toString());
                }
                heard.add(JSON.readTree(partial.toString()));
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed = true;
        }

        public void say(String json) {
            open.sendText(json, true).join();
        }

        public void hangUp() {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }

        /** The next message of that type; fails when none comes. */
        public JsonNode hears(String type) {
            try {
                for (; ; ) {
                    var next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    if (next == null) throw new AssertionError("heard no " + type + " but " + everything());
                    if (next.path("type").asString("").equals(type)) return next;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** Everything heard until the answer to a ping came back: after that, what was said before has been dealt with. */
        public String everythingUntilPong() {
            say("{\"type\":\"ping\"}");
            hears("pong");
            return everything();
        }

        public String everything() {
            synchronized (everything) {
                return String.join("\n", everything);
            }
        }

        public boolean closed() {
            return closed;
        }
    }
}
