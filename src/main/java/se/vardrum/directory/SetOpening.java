package se.vardrum.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.page.NotFound;

/** A unit's administrator says how long before the start its waiting rooms open. For anybody else there is nothing here. */
@Component
public class SetOpening {

    public static final int LEAST = 5;
    public static final int MOST = 1440;

    private final DirectoryTable table;

    SetOpening(DirectoryTable table) {
        this.table = table;
    }

    /** For all its visits that have not begun, from now on. @param minutesBefore null: from the booking on */
    @Transactional
    public void set(Actor.Staff who, @Nullable Integer minutesBefore) {
        table.opens(unit(who), minutesBefore);
    }

    public static boolean possible(int minutes) {
        return minutes >= LEAST && minutes <= MOST;
    }

    /** The unit that this one may change. */
    public static CareUnitId unit(Actor.Staff who) {
        if (!who.may(Actor.Right.ADMINISTRATOR)) throw new NotFound();
        return new CareUnitId(who.unit());
    }
}
