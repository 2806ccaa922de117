package se.vardrum.page;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Locale;

/** Phone numbers as people type them, kept as E.164 and shown in standard form. */
public final class Phone {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private Phone() {}

    /** What became of a typed number. */
    public sealed interface Read {
        /** "+46701740605". */
        record Mobile(String e164) implements Read {}

        /** Not a number that can take an SMS; the key of a text says why. */
        record Wrong(String problemKey) implements Read {}
    }

    /** Reads a number that must be able to take an SMS; without a country code it is Swedish. */
    public static Read mobile(String typed) {
        try {
            var number = UTIL.parse(typed, "SE");
            return switch (UTIL.isPossibleNumberWithReason(number)) {
                case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> new Read.Wrong("page.phone.short");
                case TOO_LONG -> new Read.Wrong("page.phone.long");
                case ValidationResult _ when !UTIL.isValidNumber(number) -> new Read.Wrong("page.phone.wrong");
                case ValidationResult _
                when !takesSms(UTIL.getNumberType(number)) -> new Read.Wrong("page.phone.fixed");
                default -> new Read.Mobile(UTIL.format(number, PhoneNumberFormat.E164));
            };
        } catch (NumberParseException e) {
            return new Read.Wrong("page.phone.wrong");
        }
    }

    /** "+46 70 174 06 05". */
    public static String shown(String e164) {
        try {
            var number = UTIL.parse(e164, "SE");
            return UTIL.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164.toLowerCase(Locale.ROOT);
        }
    }

    private static boolean takesSms(PhoneNumberType type) {
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }
}
