package se.vardrum.messaging;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.vardrum.messaging.SmsPartTable.Open;
import se.vardrum.messaging.SmsPartTable.Receipt;

/**
 * Brings receipts and sent parts together, whichever comes first. Each side writes, commits, and then looks for the
 * other, so that one of the two always finds it; nothing here runs inside a longer transaction.
 */
@Component
class SettleSms {

    private final SmsPartTable parts;
    private final MessageTable messages;
    private final Clock clock;

    SettleSms(SmsPartTable parts, MessageTable messages, Clock clock) {
        this.parts = parts;
        this.messages = messages;
        this.clock = clock;
    }

    /** A receipt has come. */
    void told(String providerId, String sender, boolean delivered) {
        var receipt = new Receipt(ProviderId.plain(providerId), digits(sender), delivered);
        parts.keep(receipt, clock.instant());
        match(receipt);
    }

    /** A message has been sent, and that is committed. */
    void sent(UUID message) {
        for (var id : parts.providerIds(message)) {
            parts.kept(ProviderId.alike(id)).forEach(this::match);
        }
        messages.settle(message, clock.instant());
    }

    private void match(Receipt receipt) {
        part(receipt).ifPresent(part -> {
            parts.outcome(part, receipt.delivered());
            parts.done(receipt);
            messages.settle(part.message(), clock.instant());
        });
    }

    /** The right number counts most, since another message's decimal id may look like this one's hexadecimal. */
    private Optional<Open> part(Receipt receipt) {
        return parts.open(ProviderId.alike(receipt.providerId())).stream()
                .filter(it -> samePhone(it, receipt) || it.providerId().equals(receipt.providerId()))
                .max(Comparator.comparing((Open it) -> samePhone(it, receipt))
                        .thenComparing(it -> it.providerId().equals(receipt.providerId())));
    }

    private static boolean samePhone(Open part, Receipt receipt) {
        return digits(part.sentTo()).equals(receipt.sender());
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
