package se.vardrum.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A text as the one or more short messages that carry it.
 *
 * @param coding SMPP's data_coding: 0 the gateway's default alphabet, 8 UCS-2
 * @param parts the octets of each, with its concatenation header when there are several
 */
record SmsParts(byte coding, List<byte[]> parts) {

    /** What data_coding 0 means to the gateway. */
    enum Alphabet {
        GSM7,
        LATIN1
    }

    private static final int HEADER = 6;

    boolean several() {
        return parts.size() > 1;
    }

    /**
     * In the default alphabet when every character fits it, else UCS-2. An escaped character or a surrogate pair never
     * falls on a border.
     *
     * @param reference the same for all parts and for every attempt at one message, so that a phone which gets a part
     *     twice puts it in the same place
     */
    static SmsParts of(String text, Alphabet alphabet, byte reference) {
        boolean plain = Gsm7.fits(text) && (alphabet == Alphabet.GSM7 || latin1(text));
        var pieces = plain
                ? pieces(text, 160, 153, c -> c > 0xffff ? 2 : Gsm7.septets((char) c))
                : pieces(text, 70, 67, Character::charCount);
        var parts = new ArrayList<byte[]>();
        for (int i = 0; i < pieces.size(); i++) {
            var octets = octets(pieces.get(i), plain, alphabet);
            parts.add(pieces.size() == 1 ? octets : withHeader(octets, reference, pieces.size(), i + 1));
        }
        return new SmsParts(plain ? (byte) 0 : (byte) 8, List.copyOf(parts));
    }

    /** How many short messages a text becomes. */
    static int count(String text) {
        return of(text, Alphabet.GSM7, (byte) 0).parts().size();
    }

    private static List<String> pieces(String text, int alone, int together, IntUnaryOperator size) {
        if (text.codePoints().map(size::applyAsInt).sum() <= alone) return List.of(text);
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            if (used + size.applyAsInt(c) > together) {
                pieces.add(piece.toString());
                piece.setLength(0);
                used = 0;
            }
            piece.appendCodePoint(c);
            used += size.applyAsInt(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static byte[] octets(String piece, boolean plain, Alphabet alphabet) {
        if (!plain) return piece.getBytes(StandardCharsets.UTF_16BE);
        if (alphabet == Alphabet.LATIN1) return piece.getBytes(StandardCharsets.ISO_8859_1);
        return java.util.Objects.requireNonNull(Gsm7.encode(piece));
    }

    private static byte[] withHeader(byte[] octets, byte reference, int total, int number) {
        var all = new byte[HEADER + octets.length];
        System.arraycopy(new byte[] {5, 0, 3, reference, (byte) total, (byte) number}, 0, all, 0, HEADER);
        System.arraycopy(octets, 0, all, HEADER, octets.length);
        return all;
    }

    private static boolean latin1(String text) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
    }
}
