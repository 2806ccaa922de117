package se.vardrum.patient;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The guide's rules on visits with children, all in one place: data in, decision and reason out. Numbers are the guide's
 * (videobesok-lathund, "barn 13-16 år"):
 *
 * <ol>
 *   <li>To an own profile that staff made no proxy can be added afterwards.
 *   <li>A child who is a patient through a proxy has no digital visit without that proxy.
 *   <li>An own profile and a proxy who is to be there: Videomöte.
 *   <li>More than one proxy: Videosamtal.
 *   <li>Child and proxies in different places: Videomöte, or a link after the start in Schemalagt and Schemalagd fri.
 *   <li>A child can have several profiles, an own one and one through each proxy; the booker is told.
 * </ol>
 *
 * Rules 1 and 2 forbid, 3 to 5 recommend, 6 informs. Place decides first: also several proxies in different places make a
 * Videomöte. The age limits around them are no rules of the guide: their number is {@link #AGE}.
 */
public final class ChildRules {

    /** The number of what follows from age alone. */
    public static final int AGE = 0;

    public static final String VISIT = "video-visit";
    public static final String MEETING = "video-meeting";
    public static final String CALL = "video-call";
    private static final Set<String> LINK_AFTER_START = Set.of("scheduled", "scheduled-free");

    private final AgeLimits ages;

    ChildRules(AgeLimits ages) {
        this.ages = ages;
    }

    /**
     * A way in which the child is a patient.
     *
     * @param proxy through whom; null for the own profile
     * @param madeByStaff matters for an own profile
     */
    public record Profile(PatientProfileId id, @Nullable PersonId proxy, boolean madeByStaff) {
        boolean own() {
            return proxy == null;
        }
    }

    /**
     * What the booker was asked.
     *
     * @param day of the visit, where the unit is: the age on that day counts
     * @param proxies who is to take part besides the child
     * @param protectedIdentity proxies are then not offered, at any age: only the own profile serves
     */
    public record Situation(
            LocalDate birthDate,
            LocalDate day,
            List<Profile> profiles,
            Set<PersonId> proxies,
            boolean samePlace,
            boolean protectedIdentity) {}

    /** What fits, or that nothing does. */
    public sealed interface Advice {}

    /**
     * This profile and this type of visit.
     *
     * @param rules the numbers of the rules that led there
     * @param reason key of a text, one sentence
     */
    public record Propose(PatientProfileId profile, String type, List<Integer> rules, String reason)
            implements Advice {}

    /**
     * It cannot be booked so, by whatever way.
     *
     * @param reason key of a text that says why and what to do instead
     */
    public record Forbidden(int rule, String reason) implements Advice, Verdict {}

    /** What is to be said of a profile and type that somebody chose. */
    public sealed interface Verdict {}

    public record Fine() implements Verdict {}

    /** Another would fit better; it can be booked when somebody says why. */
    public record Against(int rule, String reason, Propose better) implements Verdict {}

    /** False from the birthday on from which one is booked as a grown-up. */
    public boolean minor(LocalDate birthDate, LocalDate day) {
        return age(birthDate, day) < ages.adultFrom();
    }

    private static int age(LocalDate birthDate, LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** The profile and type that fit. */
    public Advice advise(Situation it) {
        var own = it.profiles().stream().filter(Profile::own).findFirst();
        if (it.protectedIdentity()) return alone(it, own, "patient.rule.protected-has-no-proxy");
        if (!minor(it.birthDate(), it.day())) return alone(it, own, "patient.rule.grown-up-has-no-proxy");
        var through = it.profiles().stream()
                .filter(each -> each.proxy() != null && it.proxies().contains(each.proxy()))
                .findFirst();
        if (tooYoung(it)) {
            if (through.isEmpty()) return new Forbidden(AGE, "patient.rule.only-through-proxy");
            return throughProxy(it, through.get());
        }
        if (it.proxies().isEmpty()) {
            return own.<Advice>map(each -> new Propose(each.id(), VISIT, informed(it), "patient.rule.own"))
                    .orElse(new Forbidden(2, "patient.rule.proxy-must-be-there"));
        }
        if (own.isPresent()) return withProxies(it, own.get());
        return through.<Advice>map(each -> throughProxy(it, each))
                .orElse(new Forbidden(2, "patient.rule.proxy-must-be-there"));
    }

    /** True until the birthday from which on one can be a patient in the own name. */
    boolean tooYoung(LocalDate birthDate, LocalDate day) {
        return age(birthDate, day) < ages.ownFrom();
    }

    private boolean tooYoung(Situation it) {
        return tooYoung(it.birthDate(), it.day());
    }

    private static Advice alone(Situation it, Optional<Profile> own, String otherwise) {
        if (!it.proxies().isEmpty()) return new Forbidden(AGE, otherwise);
        return own.<Advice>map(each -> new Propose(each.id(), VISIT, List.of(), "patient.rule.own"))
                .orElse(new Forbidden(AGE, "patient.rule.own-profile-needed"));
    }

    /** An own profile with proxies there: rule 3, unless place or number say more. */
    private static Propose withProxies(Situation it, Profile own) {
        if (!it.samePlace()) return new Propose(own.id(), MEETING, informed(it, 5), "patient.rule.different-places");
        if (it.proxies().size() > 1)
            return new Propose(own.id(), CALL, informed(it, 4), "patient.rule.several-proxies");
        return new Propose(own.id(), MEETING, informed(it, 3), "patient.rule.own-with-proxy");
    }

    private static Propose throughProxy(Situation it, Profile profile) {
        if (!it.samePlace())
            return new Propose(profile.id(), MEETING, informed(it, 5), "patient.rule.different-places");
        if (it.proxies().size() > 1)
            return new Propose(profile.id(), CALL, informed(it, 4), "patient.rule.several-proxies");
        return new Propose(profile.id(), VISIT, informed(it, 2), "patient.rule.with-the-proxy");
    }

    /** What was decided by, and rule 6 where there are several profiles to tell of. */
    private static List<Integer> informed(Situation it, Integer... rules) {
        var all = new ArrayList<>(List.of(rules));
        if (it.profiles().size() > 1) all.add(6);
        return List.copyOf(all);
    }

    /** Judges what somebody chose; the same for every way in. */
    public Verdict judge(Situation it, Profile chosen, String type) {
        var advice = advise(it);
        if (advice instanceof Forbidden forbidden) return forbidden;
        if (it.protectedIdentity() || !minor(it.birthDate(), it.day()))
            return chosen.own() ? new Fine() : new Forbidden(AGE, "patient.rule.own-profile-needed");
        if (tooYoung(it) && chosen.own()) return new Forbidden(AGE, "patient.rule.only-through-proxy");
        if (chosen.proxy() != null && !it.proxies().contains(chosen.proxy()))
            return new Forbidden(2, "patient.rule.proxy-must-be-there");
        boolean addsProxy = chosen.own() && !it.proxies().isEmpty() && type.equals(VISIT);
        if (addsProxy && chosen.madeByStaff()) return new Forbidden(1, "patient.rule.no-proxy-on-own");

        var better = (Propose) advice;
        if (type.equals(better.type())) return new Fine();
        if (!it.samePlace() && LINK_AFTER_START.contains(type)) return new Fine();
        return better.rules().stream()
                .filter(rule -> rule >= 3 && rule <= 5)
                .findFirst()
                .<Verdict>map(rule -> new Against(rule, better.reason(), better))
                .orElse(new Fine());
    }
}
