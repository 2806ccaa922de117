package se.vardrum.patient;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A register behind a gateway that speaks JSON over HTTPS (docs/population-register.md). Somebody waits for it, so a try
 * has a limit, all tries together have one, and a gateway that keeps failing is left alone for a while. The number goes
 * in the body, and into no log line.
 */
class HttpsRegister implements PopulationRegister, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpsRegister.class);
    private static final int TRIES = 3;
    private static final int LONGEST = 64 * 1024;

    private final RegisterSettings settings;
    private final RegisterJson json;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final Retry retry;

    HttpsRegister(RegisterSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = new RegisterJson(json);
        this.client = HttpClient.newBuilder()
                .sslContext(settings.tls())
                .connectTimeout(settings.answerWithin())
                .build();
        this.breaker = CircuitBreaker.of(
                "register",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .waitDurationInOpenState(settings.rest())
                        .build());
        this.retry = Retry.of(
                "register",
                RetryConfig.custom()
                        .maxAttempts(TRIES)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(settings.pause(), 2))
                        .retryOnException(it -> it instanceof Trouble trouble && trouble.passing)
                        .build());
    }

    @Override
    public Answer lookUp(String number) {
        long begun = System.nanoTime();
        try {
            return retry.executeCallable(() -> {
                var left = settings.patience().minusNanos(System.nanoTime() - begun);
                if (left.isNegative()) throw new Trouble("no time for another try", false);
                return breaker.executeCallable(() -> answer(number, left));
            });
        } catch (CallNotPermittedException e) {
            LOG.debug("population register: left alone after failures");
        } catch (Trouble e) {
            LOG.warn("population register: {}, {} ms", e.getMessage(), millisSince(begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("population register: {}, {} ms", e.getClass().getSimpleName(), millisSince(begun));
        }
        return new Answer.Unreachable();
    }

    private Answer answer(String number, Duration left) throws Trouble, InterruptedException {
        long begun = System.nanoTime();
        var response = send(request(number), shorter(left, settings.answerWithin()));
        int status = response.statusCode();
        if (status != 200) throw new Trouble("status " + status, status >= 500 || status == 429);
        var answer = json.read(response.body(), number);
        if (answer == null) throw new Trouble("status 200, not as documented", false);
        LOG.debug("population register: status 200, {} ms", millisSince(begun));
        return answer;
    }

    private HttpRequest request(String number) {
        var request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.question(number)));
        if (!settings.token().isEmpty()) request.header("Authorization", "Bearer " + settings.token());
        return request.build();
    }

    /** Within the limit also when the answer has begun and does not end, which a limit of the request's would let pass. */
    private HttpResponse<byte[]> send(HttpRequest request, Duration limit) throws Trouble, InterruptedException {
        var begun = new AtomicBoolean();
        var under = client.sendAsync(request, head -> {
            begun.set(true);
            return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST).apply(head);
        });
        try {
            return under.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Trouble("no answer in time", false);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            boolean connection = cause instanceof IOException && !(cause instanceof SSLException);
            throw new Trouble(
                    cause == null ? "no answer" : cause.getClass().getSimpleName(), connection && !begun.get());
        } finally {
            under.cancel(true);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** What went wrong, in words that name nobody; passing trouble is worth another try. */
    private static final class Trouble extends IOException {
        final boolean passing;

        Trouble(String what, boolean passing) {
            super(what);
            this.passing = passing;
        }
    }
}
