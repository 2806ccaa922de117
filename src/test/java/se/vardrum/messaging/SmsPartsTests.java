package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.vardrum.messaging.SmsParts.Alphabet;

class SmsPartsTests {

    private static final byte REFERENCE = 7;

    @Test
    void swedishIsOrdinarySms() {
        assertThat(Gsm7.encode("@£_Å å")).containsExactly(0, 1, 0x11, 0x0e, 0x20, 0x0f);
        assertThat(Gsm7.encode("ÄÖÑÜ§äöñüàÉé"))
                .containsExactly(0x5b, 0x5c, 0x5d, 0x5e, 0x5f, 0x7b, 0x7c, 0x7d, 0x7e, 0x7f, 0x1f, 5);
        assertThat(Gsm7.encode("Az09?")).containsExactly('A', 'z', '0', '9', '?');
        assertThat(Gsm7.encode("[€]")).containsExactly(0x1b, 0x3c, 0x1b, 0x65, 0x1b, 0x3e);
        assertThat(Gsm7.encode("ë")).isNull();
    }

    @Test
    void oneHundredAndSixtyLettersAreOneMessageAndOneMoreAreTwo() {
        assertThat(SmsParts.of("å".repeat(160), Alphabet.GSM7, REFERENCE).parts())
                .singleElement()
                .satisfies(it -> assertThat(it).hasSize(160));
        var two = SmsParts.of("å".repeat(161), Alphabet.GSM7, REFERENCE);
        assertThat(two.coding()).isZero();
        assertThat(two.parts()).hasSize(2);
        assertThat(two.parts().getFirst()).hasSize(6 + 153).startsWith(5, 0, 3, 7, 2, 1);
        assertThat(two.parts().getLast()).hasSize(6 + 8).startsWith(5, 0, 3, 7, 2, 2);
    }

    @Test
    void anEscapedCharacterIsNeverCutInTwo() {
        var parts = SmsParts.of("a".repeat(152) + "€" + "b".repeat(20), Alphabet.GSM7, REFERENCE)
                .parts();
        assertThat(parts.getFirst()).hasSize(6 + 152);
        assertThat(parts.getLast()).hasSize(6 + 2 + 20).containsSequence(0x1b, 0x65);
    }

    @Test
    void whatTheAlphabetLacksGoesAsUcs2AndASurrogatePairIsNeverCutInTwo() {
        var one = SmsParts.of("ë".repeat(70), Alphabet.GSM7, REFERENCE);
        assertThat(one.coding()).isEqualTo((byte) 8);
        assertThat(one.parts()).singleElement().satisfies(it -> assertThat(it).hasSize(140));
        var several = SmsParts.of("ë".repeat(66) + "😀" + "ë".repeat(10), Alphabet.GSM7, REFERENCE)
                .parts();
        assertThat(several.getFirst()).hasSize(6 + 2 * 66);
        assertThat(new String(several.getLast(), 6, several.getLast().length - 6, StandardCharsets.UTF_16BE))
                .isEqualTo("😀" + "ë".repeat(10));
    }

    @Test
    void aGatewayWhoseOwnAlphabetIsLatin1GetsThatAsLongAsPhonesCanShowIt() {
        assertThat(SmsParts.of("åäö", Alphabet.LATIN1, REFERENCE).parts().getFirst())
                .isEqualTo("åäö".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(SmsParts.of("ë", Alphabet.LATIN1, REFERENCE).coding()).isEqualTo((byte) 8);
        assertThat(SmsParts.of("Δ", Alphabet.LATIN1, REFERENCE).coding()).isEqualTo((byte) 8);
    }

    @Test
    void plainSignsStandInForFineOnes() {
        assertThat(Gsm7.plain("14:30–15:00 ”Hej” – ’nu’…")).isEqualTo("14:30-15:00 \"Hej\" - 'nu'...");
    }

    @Test
    void aGatewayMayChangeBetweenDecimalAndHexadecimal() {
        assertThat(ProviderId.alike("0000ABC1")).startsWith("abc1").contains("43969");
        assertThat(ProviderId.alike("43969")).startsWith("43969").contains("abc1");
        assertThat(ProviderId.alike("b7f0-11")).containsExactly("b7f0-11");
    }
}
