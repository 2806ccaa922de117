package se.vardrum.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.RingPatient;
import se.vardrum.page.Turnstile;

/**
 * Tries to send what a visit has to tell. Each answer is written and committed the moment it has come: only a process
 * that dies between the two can make an acknowledged message go again.
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
    private final RingPatient ringPatient;
    private final TransactionTemplate transaction;
    private final Turnstile turnstile;
    private final Clock clock;
    private final Duration firstPause;
    /** Taken by the other end, and not yet committed here: should the database be away just then, it is written later. */
    private final Set<Sending> taken = ConcurrentHashMap.newKeySet();

    SendMessage(
            MessageTable messages,
            RenderMessage render,
            Channels.Both channels,
            SettleSms settle,
            WriteMessages write,
            RingPatient ringPatient,
            PlatformTransactionManager transactions,
            Turnstile turnstile,
            Clock clock,
            Environment env) {
        this.messages = messages;
        this.render = render;
        this.channels = channels;
        this.settle = settle;
        this.write = write;
        this.ringPatient = ringPatient;
        this.transaction = new TransactionTemplate(transactions);
        this.turnstile = turnstile;
        this.clock = clock;
        this.firstPause = env.getProperty("vardrum.messaging.first-pause", Duration.class, Duration.ofSeconds(2));
    }

    /** Sends what is due of a visit. Empty when that was all, otherwise when to look again. */
    Optional<Instant> attempt(AppointmentId about) {
        var all = messages.due(about);
        if (all.isEmpty()) return Optional.empty();
        var visit = render.visit(about);
        Instant again = null;
        for (var it : all) {
            turnstile.pass(); // who books at this moment comes first
            var then = it.at().isAfter(clock.instant()) ? it.at() : tried(it, visit);
            if (then != null && (again == null || then.isBefore(again))) again = then;
        }
        return Optional.ofNullable(again);
    }

    /** Null when it is done with. A fault over one message holds up no other. */
    private @Nullable Instant tried(Message it, RenderMessage.Visit visit) {
        try {
            return sent(it, visit);
        } catch (RuntimeException e) {
            LOG.error("{} {} could not be sent", it.medium(), it.id(), e);
            var next = next(it.attempts(), Instant.MAX);
            messages.later(it.id(), next, "messaging.problem.waiting");
            return next;
        }
    }

    private @Nullable Instant sent(Message it, RenderMessage.Visit visit) {
        // The transaction holds the message against other nodes, but locks no row: nobody's request waits for a
        // gateway.
        var after = transaction.execute(status -> {
            if (!messages.hold(it.id())) return After.again(clock.instant().plus(firstPause));
            return messages.find(it.id())
                    .filter(now -> now.round() == it.round() && now.state() == Deliveries.State.DUE)
                    .map(now -> attempt(now, visit))
                    .orElse(After.DONE);
        });
        taken.remove(Sending.of(it));
        if (after.receipts()) settle.sent(it.id());
        return after.again();
    }

    private After attempt(Message it, RenderMessage.Visit visit) {
        if (taken.contains(Sending.of(it))) return acknowledged(it);
        return switch (render.render(it, visit)) {
            case RenderMessage.Pointless() -> {
                messages.drop(it.id());
                yield After.DONE;
            }
            case RenderMessage.Impossible(var problem) -> {
                messages.failed(it.id(), problem);
                yield After.DONE;
            }
            case RenderMessage.Unsafe() -> {
                messages.failed(it.id(), "messaging.problem.protected");
                ringPatient.about(it.appointment());
                yield After.DONE;
            }
            case RenderMessage.Ready(var outgoing) -> send(it, outgoing);
        };
    }

    private After send(Message it, Outgoing outgoing) {
        return switch (channels.of(it.medium()).send(outgoing)) {
            case Channel.Answer.Taken() -> {
                taken.add(Sending.of(it));
                yield acknowledged(it);
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

    private After acknowledged(Message it) {
        if (!messages.sent(it.id(), clock.instant())) write.overtaken(it);
        return new After(null, channels.of(it.medium()).receipts());
    }

    /** One sending of one message. */
    private record Sending(UUID message, int round) {
        static Sending of(Message it) {
            return new Sending(it.id(), it.round());
        }
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
