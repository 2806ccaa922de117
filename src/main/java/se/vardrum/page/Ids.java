package se.vardrum.page;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** New ids: UUIDv7 (RFC 9562), which sort by the time they were made and so keep indexes compact. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        var random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
