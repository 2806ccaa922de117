package se.vardrum.visit.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.vardrum.visit.DeviceCheck.Browser;
import se.vardrum.visit.DeviceCheck.Device;
import se.vardrum.visit.DeviceCheck.Found;
import se.vardrum.visit.DeviceCheck.Network;
import se.vardrum.visit.DeviceCheck.Platform;
import se.vardrum.visit.DeviceCheck.Speaker;
import se.vardrum.visit.DeviceCheck.Way;

/** What the page of the device check tells, as it came. */
record ToldCheck(
        @Nullable String camera,
        @Nullable String microphone,
        @Nullable String speaker,
        @Nullable String network,
        @Nullable String way,
        @Nullable String roundTrip,
        @Nullable String kbits,
        @Nullable String browser,
        @Nullable String version,
        @Nullable String platform) {

    /** Null when there is a word in it that we do not know: it was not our page that told. */
    @Nullable
    Found found() {
        try {
            var it = new Found(
                    one(Device.class, camera),
                    one(Device.class, microphone),
                    one(Speaker.class, speaker),
                    one(Network.class, network),
                    one(Way.class, way),
                    number(roundTrip, 60_000),
                    number(kbits, 1_000_000),
                    one(Browser.class, browser),
                    number(version, 999),
                    one(Platform.class, platform));
            return it.possible() ? it : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static <E extends Enum<E>> E one(Class<E> kind, @Nullable String told) {
        return Enum.valueOf(kind, Objects.requireNonNullElse(told, ""));
    }

    private static @Nullable Integer number(@Nullable String told, int most) {
        if (told == null || told.isEmpty()) return null;
        int number = Integer.parseInt(told);
        if (number < 0 || number > most) throw new IllegalArgumentException("out of bounds");
        return number;
    }
}
