package se.vardrum.patient;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks {@link ChildRules} with what is known of a child: the same answer for every way in. */
@Component
public class JudgeCompany {

    /**
     * All there is to choose from.
     *
     * @param profiles those that can be used that day, the own one first
     * @param proxies those who may act that day, none barred
     * @param minor false when the patient is booked as a grown-up
     */
    public record Family(List<PatientProfile> profiles, List<Proxy> proxies, boolean minor) {}

    /** What became of it. */
    public sealed interface Judged {
        /** It may be booked; these are the proxies who take part. */
        record Fine(List<Proxy> proxies) implements Judged {}

        /** It may be booked when somebody says why. */
        record WhyNeeded(ChildRules.Against against) implements Judged {}

        record Forbidden(ChildRules.Forbidden rule) implements Judged {}

        /** One of them may not act for this patient on that day. */
        record NoRight() implements Judged {}
    }

    private final Patients patients;
    private final Proxies proxies;
    private final ChildRules rules;

    JudgeCompany(Patients patients, Proxies proxies, ChildRules rules) {
        this.patients = patients;
        this.proxies = proxies;
        this.rules = rules;
    }

    /** False for who is booked as a grown-up on that day. */
    public boolean minor(PatientProfile patient, LocalDate day) {
        return rules.minor(patient.birthDate(), day);
    }

    public Family family(PatientProfile patient, LocalDate day) {
        return new Family(patients.all(patient.person(), day), proxies.of(patient.person(), day), minor(patient, day));
    }

    /** The profile and type that fit, or that nothing does. */
    public ChildRules.Advice advise(PatientProfile patient, Family family, Company company, LocalDate day) {
        return rules.advise(situation(patient, family.profiles(), company, day));
    }

    /** @param type the key of the type of visit that somebody chose for this profile */
    public Judged judge(PatientProfile patient, Company company, String type, LocalDate day) {
        if (!minor(patient, day) && patient.own() && company.proxies().isEmpty()) return new Judged.Fine(List.of());
        var family = family(patient, day);
        var there = family.proxies().stream()
                .filter(it -> company.proxies().contains(it.id()))
                .toList();
        var situation = situation(patient, family.profiles(), company, day);
        var verdict = rules.judge(situation, profile(patient), type);
        if (verdict instanceof ChildRules.Forbidden it) return new Judged.Forbidden(it);
        if (there.size() < company.proxies().size()
                || family.profiles().stream().noneMatch(it -> it.id().equals(patient.id())))
            return new Judged.NoRight();
        if (verdict instanceof ChildRules.Against it && company.why().isBlank()) return new Judged.WhyNeeded(it);
        return new Judged.Fine(there);
    }

    private static ChildRules.Situation situation(
            PatientProfile patient, List<PatientProfile> profiles, Company company, LocalDate day) {
        return new ChildRules.Situation(
                patient.birthDate(),
                day,
                profiles.stream().map(JudgeCompany::profile).toList(),
                new HashSet<>(company.proxies()),
                company.samePlace(),
                patient.protectedIdentity());
    }

    private static ChildRules.Profile profile(PatientProfile it) {
        return new ChildRules.Profile(it.id(), it.proxy(), it.madeByStaff());
    }
}
