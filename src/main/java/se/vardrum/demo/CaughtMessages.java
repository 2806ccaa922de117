package se.vardrum.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import se.vardrum.access.Secret;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.messaging.Catcher;
import se.vardrum.messaging.Medium;
import se.vardrum.messaging.Outgoing;
import se.vardrum.page.Site;

/** Messages that go nowhere but to the demo's outbox page. They hold links, so the database gets them sealed (AES-256-GCM). */
@Component
@Conditional(Site.Demo.class)
public class CaughtMessages implements Catcher {

    /** A message as it was sent. */
    public record Caught(
            UUID id,
            int round,
            Instant at,
            ParticipantId participant,
            Medium medium,
            String to,
            String subject,
            String text) {}

    private static final Logger LOG = LoggerFactory.getLogger(CaughtMessages.class);
    private static final int NONCE = 12;

    private final CaughtTable table;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    CaughtMessages(CaughtTable table, Secret secret, Clock clock) {
        this.table = table;
        this.key = new SecretKeySpec(secret.sign("outbox", "caught messages".getBytes(StandardCharsets.UTF_8)), "AES");
        this.clock = clock;
    }

    @Override
    public void caught(Outgoing message) {
        table.keep(message.id(), message.round(), clock.instant(), sealed(message));
    }

    /** Newest first, from before that one if there is one. */
    public List<Caught> newest(Optional<UUID> before, int limit) {
        return table.newest(before, limit).stream()
                .flatMap(it -> opened(it).stream())
                .toList();
    }

    private byte[] sealed(Outgoing it) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var secret = cipher(Cipher.ENCRYPT_MODE, nonce, it.id(), it.round(), plain(it));
        return ByteBuffer.allocate(NONCE + secret.length).put(nonce).put(secret).array();
    }

    /** Empty for what an earlier secret sealed. */
    private Optional<Caught> opened(CaughtTable.Row row) {
        try {
            var nonce = java.util.Arrays.copyOf(row.sealed(), NONCE);
            var rest = java.util.Arrays.copyOfRange(row.sealed(), NONCE, row.sealed().length);
            var plain = new DataInputStream(
                    new ByteArrayInputStream(cipher(Cipher.DECRYPT_MODE, nonce, row.id(), row.round(), rest)));
            return Optional.of(new Caught(
                    row.id(),
                    row.round(),
                    row.at(),
                    new ParticipantId(UUID.fromString(plain.readUTF())),
                    Medium.valueOf(plain.readUTF()),
                    plain.readUTF(),
                    plain.readUTF(),
                    plain.readUTF()));
        } catch (IllegalStateException | IOException e) {
            LOG.warn("a caught message could not be opened: was the secret changed?");
            return Optional.empty();
        }
    }

    private static byte[] plain(Outgoing it) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(it.participant().value().toString());
            out.writeUTF(it.medium().name());
            out.writeUTF(it.to());
            out.writeUTF(it.subject());
            out.writeUTF(it.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] cipher(int mode, byte[] nonce, UUID id, int round, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD((id + "." + round).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
