package se.vardrum.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to send one message. The answer is written and committed the moment it has come: only a process that dies between
 * the two can make an acknowledged message go again.
 */
@Component
class SendMessage {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessage.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MessageTable messages;
    private final RenderMessage render;
    private final Channels.Both channels;
    private final SettleSms settle;
    private final WriteMessages write;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration firstPause;
    /** Taken by the other end, and not yet committed here: should the database be away just then, it is written later. */
    private final Set<SendQueue.Entry> taken = ConcurrentHashMap.newKeySet();

    SendMessage(
            MessageTable messages,
            RenderMessage render,
            Channels.Both channels,
            SettleSms settle,
            WriteMessages write,
            PlatformTransactionManager transactions,
            Clock clock,
            Environment env) {
        this.messages = messages;
        this.render = render;
        this.channels = channels;
        this.settle = settle;
        this.write = write;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.firstPause = env.getProperty("vardrum.messaging.first-pause", Duration.class, Duration.ofSeconds(2));
    }

    /** Empty when it is done with, otherwise when to try again. */
    Optional<Instant> attempt(SendQueue.Entry entry) {
        // The transaction holds the message against other nodes, but locks no row: nobody's request waits for a
        // gateway.
        var after = transaction.execute(status -> {
            if (!messages.hold(entry.message()))
                return After.again(clock.instant().plus(firstPause));
            return messages.find(entry.message())
                    .filter(it -> it.round() == entry.round() && it.state() == Deliveries.State.DUE)
                    .map(this::attempt)
                    .orElse(After.DONE);
        });
        taken.remove(entry);
        if (after.receipts()) settle.sent(entry.message());
        return Optional.ofNullable(after.again());
    }

    private After attempt(Message it) {
        if (taken.contains(SendQueue.Entry.of(it))) return sent(it);
        return switch (render.render(it)) {
            case RenderMessage.Pointless() -> {
                messages.drop(it.id());
                yield After.DONE;
            }
            case RenderMessage.Impossible(var problem) -> {
                messages.failed(it.id(), problem);
                yield After.DONE;
            }
            case RenderMessage.Ready(var outgoing) -> send(it, outgoing);
        };
    }

    private After send(Message it, Outgoing outgoing) {
        return switch (channels.of(it.medium()).send(outgoing)) {
            case Channel.Answer.Taken() -> {
                taken.add(SendQueue.Entry.of(it));
                yield sent(it);
            }
            case Channel.Answer.Never(var problem) -> {
                messages.failed(it.id(), problem);
                yield After.DONE;
            }
            case Channel.Answer.Later(var problem) -> {
                var next = next(it.attempts(), outgoing.until());
                LOG.info("{} {} again at {}", it.medium(), it.id(), next);
                messages.later(it.id(), next, problem);
                yield After.again(next);
            }
        };
    }

    private After sent(Message it) {
        if (!messages.sent(it.id(), clock.instant())) write.overtaken(it);
        return new After(null, channels.of(it.medium()).receipts());
    }

    /** What is left to do once all is committed: another attempt, or a look for receipts. */
    private record After(@Nullable Instant again, boolean receipts) {
        static final After DONE = new After(null, false);

        static After again(Instant then) {
            return new After(then, false);
        }
    }

    /** Twice as long each time, a minute at most; the last look is at the visit's end. */
    private Instant next(int attempts, Instant until) {
        var pause = firstPause.multipliedBy(1L << Math.min(attempts, 10));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return next.isBefore(until) ? next : until;
    }
}
