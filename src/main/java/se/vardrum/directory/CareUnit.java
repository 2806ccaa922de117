package se.vardrum.directory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of care units.
 *
 * @param messageName the name in texts to patients and guests: neutral where the real one tells the kind of care
 * @param phone E.164
 * @param opensMinutesBefore how long before the start its waiting rooms open; null: from the booking on
 */
public record CareUnit(
        CareUnitId id,
        @Nullable CareUnitId parent,
        String name,
        String messageName,
        String phone,
        ZoneId zone,
        @Nullable Integer opensMinutesBefore) {}
