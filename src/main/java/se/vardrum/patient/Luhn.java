package se.vardrum.patient;

import dev.personnummer.Personnummer;
import java.util.function.IntUnaryOperator;

/** The check digits of identity numbers: Luhn's sum, over different parts of the number and with letters in different ways. */
final class Luhn {

    private Luhn() {}

    /** No check digit, or none that is published. */
    static boolean none(String value) {
        return true;
    }

    /** Personnummer and samordningsnummer by the kept library; others of the same shape by the same nine digits. */
    static boolean personal(String value) {
        int day = Integer.parseInt(value, 6, 8, 10);
        return day >= 32 && day <= 60 ? holds(value.substring(2), Luhn::digit) : Personnummer.valid(value);
    }

    /** The national reserve number: all characters, a letter counting as its ASCII code. */
    static boolean overAll(String value) {
        return holds(value, c -> Character.isDigit(c) ? c - '0' : c);
    }

    /** Only the fifth character and what follows; the year of issue before it is not secured. */
    static boolean stockholm(String value) {
        return holds(value.substring(4), Luhn::digit);
    }

    /** Without the century; K, M and X count as 5, 7 and 8. */
    static boolean vgr(String value) {
        return holds(value.substring(2), c -> switch (c) {
            case 'K' -> 5;
            case 'M' -> 7;
            case 'X' -> 8;
            default -> digit(c);
        });
    }

    /** Every second from the right is doubled, the decimal digits of all are added, and the sum ends in 0. */
    private static boolean holds(String characters, IntUnaryOperator worth) {
        int sum = 0;
        for (int i = characters.length() - 1, weight = 1; i >= 0; i--, weight = 3 - weight) {
            for (int product = worth.applyAsInt(characters.charAt(i)) * weight; product > 0; product /= 10)
                sum += product % 10;
        }
        return sum % 10 == 0;
    }

    private static int digit(int c) {
        return c - '0';
    }
}
