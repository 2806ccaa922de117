package se.vardrum.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TurnstileTests {

    private final Turnstile turnstile = new Turnstile(new MockEnvironment().withProperty("vardrum.at-once", "1"));
    private final List<String> came = Collections.synchronizedList(new ArrayList<>());

    @Test
    void oneAfterTheOtherInTheOrderTheyCame() {
        var first = turnstile.enter();
        var second = comes("second");
        var third = comes("third");
        assertThat(came).isEmpty();
        first.close();
        second.join();
        third.join();
        assertThat(came).containsExactly("second", "third");
    }

    @Test
    void whoeverWaitsLongGoesInAnyway() {
        turnstile.enter(); // and never comes out
        comes("second").join();
        assertThat(came).containsExactly("second");
    }

    private CompletableFuture<Void> comes(String name) {
        var done = new CompletableFuture<Void>();
        var waiting = new Thread(() -> {
            try (var place = turnstile.enter()) {
                came.add(name);
            }
            done.complete(null);
        });
        waiting.start();
        await().until(() ->
                waiting.getState() == Thread.State.TIMED_WAITING || waiting.getState() == Thread.State.TERMINATED);
        return done;
    }
}
