package se.vardrum.invitation;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.vardrum.access.Secret;

/**
 * The secret part of a link: base62 of 128 bits of HMAC-SHA-256(server key, invitation id, version). It is derived each
 * time it is needed; the database keeps only its hash, and a new version kills the old link.
 */
record Token(String text) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 22; // 62^22 > 2^128
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{22}");
    private static final Pattern WITHIN = Pattern.compile("[^0-9A-Za-z]{0,5}([0-9A-Za-z]{22}).*", Pattern.DOTALL);

    static Token of(Secret secret, InvitationId id, int version) {
        var message = ByteBuffer.allocate(20)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .putInt(version)
                .array();
        var bits = java.util.Arrays.copyOf(secret.sign("invitation", message), 16);
        var number = new BigInteger(1, bits);
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            var parts = number.divideAndRemainder(BigInteger.valueOf(62));
            text.append(DIGITS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return new Token(text.reverse().toString());
    }

    /** Null for anything that cannot be a token. */
    static @Nullable Token typed(String text) {
        return FORM.matcher(text).matches() ? new Token(text) : null;
    }

    /** The first that may be one, behind and before what is not of it; null when nothing may. */
    static @Nullable Token within(String text) {
        var found = WITHIN.matcher(text);
        return found.matches() ? new Token(found.group(1)) : null;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token is never shown by accident. */
    @Override
    public String toString() {
        return "token";
    }
}
