package se.vardrum.page;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** New ids: UUIDv7 (RFC 9562), which sort by the time they were made and so keep indexes compact. */
public final class Ids {

    /** Milliseconds and a count within them: what one JVM makes sorts in the order it was made. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        long high = stamp >>> 12 << 16 | 0x7000 | stamp & 0xFFF;
        long low = ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
