package se.vardrum.appointment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.NotFound;
import se.vardrum.page.Words;

/** A unit's administrator changes the unit's types of visit, or adds one. For anybody else there is nothing here. */
@Component
public class ChangeVisitType {

    private static final int LONGEST_KEY = 40;

    private final VisitTypeTable table;
    private final VisitTypes types;

    ChangeVisitType(VisitTypeTable table, VisitTypes types) {
        this.table = table;
        this.types = types;
    }

    /** From now on; whoever has begun a booking of this type is told at its last step what no longer fits. */
    @Transactional
    public void change(Actor.Staff who, VisitType wanted) {
        var unit = unit(who);
        if (types.find(wanted.key(), unit).isEmpty()) throw new NotFound();
        table.put(wanted.key(), wanted, unit);
    }

    /** The key is made of the name. */
    @Transactional
    public void add(Actor.Staff who, VisitType wanted) {
        var unit = unit(who);
        var stem = stem(wanted.nameSv());
        var key = stem;
        for (int n = 2; key.equals("new") || types.find(key, unit).isPresent(); n++) key = stem + "-" + n;
        table.put(key, wanted, unit);
    }

    /** The unit that this one may change. */
    public static CareUnitId unit(Actor.Staff who) {
        if (!who.may(Actor.Right.ADMINISTRATOR)) throw new NotFound();
        return new CareUnitId(who.unit());
    }

    private static String stem(String name) {
        var plain = Words.folded(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (plain.isEmpty()) return "type";
        return plain.length() <= LONGEST_KEY ? plain : plain.substring(0, LONGEST_KEY);
    }
}
