package se.vardrum.booking.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import se.vardrum.access.Actor;
import se.vardrum.appointment.VisitType;
import se.vardrum.appointment.VisitTypes;
import se.vardrum.booking.Draft;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.Form;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.patient.ChildRules;
import se.vardrum.patient.JudgeCompany;
import se.vardrum.patient.JudgeCompany.Family;
import se.vardrum.patient.JudgeCompany.Judged;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Proxy;

/** Makes what is asked before step 1, with what the rules for children propose; and judges what was answered. */
@Component
class CompanyView {

    private final Wizard wizard;
    private final VisitTypes types;
    private final JudgeCompany judgeCompany;

    CompanyView(Wizard wizard, VisitTypes types, JudgeCompany judgeCompany) {
        this.wizard = wizard;
        this.types = types;
        this.judgeCompany = judgeCompany;
    }

    /**
     * What was answered so far.
     *
     * @param patient a profile of the patient's; the chosen one, when one was chosen
     * @param draft null for a new booking
     * @param type the key of the one chosen; empty while none is
     * @param day of the visit; today while none is known
     */
    record Answered(PatientProfile patient, @Nullable UUID draft, Draft.Children company, String type, LocalDate day) {}

    CompanyStep step(Actor.Staff me, Answered it, Form form, Texts t) {
        var family = judgeCompany.family(it.patient(), it.day());
        var advice = judgeCompany.advise(it.patient(), family, it.company().company(), it.day());
        var fits = advice instanceof ChildRules.Propose propose ? propose : null;
        var asked = form.problems().containsKey("why") ? it.type() : "";
        var to = it.draft() == null ? "/bookings" : "/bookings/" + it.draft() + "/company";
        return new CompanyStep(
                wizard.seen(me, it.patient()),
                it.draft() == null ? "/bookings/company" : to,
                to,
                it.draft() == null ? "" : it.draft().toString(),
                family.minor(),
                family.proxies().stream()
                        .map(each -> new CompanyStep.Who(
                                each.id().value().toString(),
                                each.name(),
                                each.protectedIdentity(),
                                it.company().proxies().contains(each.id().value())))
                        .toList(),
                it.company().apart(),
                family.minor() ? said(advice, family, me, t) : "",
                fits == null,
                profiles(
                        family,
                        asked.isEmpty() && fits != null
                                ? fits.profile()
                                : it.patient().id(),
                        t),
                offered(me, family.minor() ? fits : null, t),
                asked,
                it.company().why(),
                form.problems());
    }

    /** The chosen type and profile as they may be booked; what stands against them is said in the form. */
    Optional<VisitType> judge(Actor.Staff me, Answered it, Form form, Texts t) {
        var type = types.open(new CareUnitId(me.unit())).stream()
                .filter(each -> each.key().equals(it.type()))
                .findFirst();
        if (type.isEmpty()) {
            form.problem("types", "booking.problem.type");
            return type;
        }
        judge(me, it, type.get(), form, t);
        return form.ok() ? type : Optional.empty();
    }

    /** The same for a draft whose time is known now. */
    void judge(Actor.Staff me, Answered it, VisitType type, Form form, Texts t) {
        if (it.company().proxies().size() > type.maxProxies())
            form.problem("types", "booking.problem.type.proxies", type.name(t.language()), type.maxProxies());
        if (!form.ok()) return;
        switch (judgeCompany.judge(it.patient(), it.company().company(), type.key(), it.day())) {
            case Judged.Fine fine -> {}
            case Judged.Forbidden(var rule) -> form.problem("types", rule.reason());
            case Judged.NoRight() -> form.problem("types", "booking.problem.no-right");
            case Judged.WhyNeeded(var against) ->
                form.problem("why", "booking.problem.why", t.say(against.reason()), type.name(t.language()));
        }
    }

    /** Names the profile and the type, and why; or that nothing fits and the way out. */
    private String said(ChildRules.Advice advice, Family family, Actor.Staff me, Texts t) {
        return switch (advice) {
            case ChildRules.Forbidden it -> t.say(it.reason());
            case ChildRules.Propose it ->
                t.say(
                                "booking.company.fits",
                                types.find(it.type(), new CareUnitId(me.unit()))
                                        .map(type -> type.name(t.language()))
                                        .orElse(it.type()),
                                profileName(family, it, t),
                                t.say(it.reason()),
                                it.rules().contains(6) ? t.say("patient.rule.several-profiles") : "")
                        .strip();
        };
    }

    private static String profileName(Family family, ChildRules.Propose it, Texts t) {
        return family.profiles().stream()
                .filter(each -> each.id().equals(it.profile()))
                .map(each -> name(each, family, t))
                .findFirst()
                .orElse("");
    }

    private static String name(PatientProfile it, Family family, Texts t) {
        if (it.own()) return t.say(it.madeByStaff() ? "booking.profile.own-staff" : "booking.profile.own");
        return t.say(
                "booking.profile.through", proxy(it, family).map(Proxy::name).orElse(""));
    }

    private static Optional<Proxy> proxy(PatientProfile it, Family family) {
        return family.proxies().stream()
                .filter(each -> each.id().equals(it.proxy()))
                .findFirst();
    }

    /** All there are, with who gets messages from each. */
    List<CompanyStep.Profile> profiles(Family family, PatientProfileId chosen, Texts t) {
        return family.profiles().stream()
                .map(it -> new CompanyStep.Profile(
                        it.id().value().toString(),
                        StringUtils.capitalize(name(it, family, t)),
                        messages(it, family, t),
                        it.id().equals(chosen)))
                .toList();
    }

    /** Who gets messages from this profile, and where; a protected number is not shown. */
    private static String messages(PatientProfile it, Family family, Texts t) {
        var to = it.own()
                ? t.say("booking.profile.patient")
                : proxy(it, family).map(Proxy::name).orElse("");
        boolean hidden = it.protectedIdentity()
                || proxy(it, family).filter(Proxy::protectedIdentity).isPresent();
        if (it.mobile() == null) return t.say("booking.profile.no-messages", to);
        return t.say(
                "booking.profile.messages",
                to,
                hidden ? t.say("booking.profile.registered") : Phone.shown(it.mobile()));
    }

    private List<CompanyStep.Type> offered(Actor.Staff me, ChildRules.@Nullable Propose fits, Texts t) {
        var all = new ArrayList<CompanyStep.Type>();
        for (var it : types.open(new CareUnitId(me.unit()))) {
            boolean first = fits != null && it.key().equals(fits.type());
            var shown = new CompanyStep.Type(it.key(), it.name(t.language()), it.about(t.language()), first);
            all.add(first ? 0 : all.size(), shown);
        }
        return all;
    }

    /** As the draft has it, on the day of its visit when that is known. */
    Answered of(Actor.Staff me, Draft draft, LocalDate day) {
        return new Answered(
                wizard.patient(draft.profile()),
                draft.id().value(),
                draft.content().company(),
                draft.type(),
                day);
    }
}
