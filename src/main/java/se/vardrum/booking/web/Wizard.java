package se.vardrum.booking.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.VisitType;
import se.vardrum.appointment.VisitTypes;
import se.vardrum.booking.CheckDetails;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.page.Form;
import se.vardrum.page.NotFound;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.patient.JudgeCompany;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Patients;
import se.vardrum.patient.Proxy;

/** What the steps share: the draft found through its owner, the patient shown and that look logged, the unit's clock. */
@Component
class Wizard {

    private final Drafts drafts;
    private final Patients patients;
    private final VisitTypes types;
    private final CheckDetails checkDetails;
    private final JudgeCompany judgeCompany;
    private final Directory directory;
    private final AccessLog log;
    private final Clock clock;

    Wizard(
            Drafts drafts,
            Patients patients,
            VisitTypes types,
            CheckDetails checkDetails,
            JudgeCompany judgeCompany,
            Directory directory,
            AccessLog log,
            Clock clock) {
        this.drafts = drafts;
        this.patients = patients;
        this.types = types;
        this.checkDetails = checkDetails;
        this.judgeCompany = judgeCompany;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    Draft draft(Actor.Staff me, UUID id) {
        return drafts.find(me, new DraftId(id)).orElseThrow(NotFound::new);
    }

    PatientProfile patient(PatientProfileId id) {
        return patients.profile(id).orElseThrow(NotFound::new);
    }

    /** Whom one may begin a booking for; an id alone opens nothing. */
    PatientProfile chosen(Actor.Staff me, UUID id) {
        return patients.chosen(me, new PatientProfileId(id)).orElseThrow(NotFound::new);
    }

    /** Another profile of the same person's; any other is not found. */
    PatientProfile sibling(PatientProfileId known, PatientProfileId chosen) {
        var patient = patient(known);
        if (chosen.equals(known)) return patient;
        return Optional.of(patient(chosen))
                .filter(it -> it.person().equals(patient.person()))
                .orElseThrow(NotFound::new);
    }

    /** Also one that was closed since the draft was begun: booking it is refused then. */
    VisitType type(Actor.Staff me, String key) {
        return types.find(key, new CareUnitId(me.unit())).orElseThrow(NotFound::new);
    }

    ZoneId zone(Actor.Staff me) {
        return directory.unit(new CareUnitId(me.unit())).zone();
    }

    LocalDate today(Actor.Staff me) {
        return LocalDate.now(clock.withZone(zone(me)));
    }

    /** The day of the visit as far as it is written; today before that. */
    LocalDate day(Actor.Staff me, Draft draft, Texts t) {
        var details = draft.content().details();
        var checked = checkDetails.check(details, type(me, draft.type()), zone(me), new Form(t), t);
        return checked.slot() == null ? today(me) : Patients.day(checked.slot().from());
    }

    /** Whoever gets this shows the patient, so the log is written here. */
    Head head(Actor.Staff me, Draft draft, Draft.Step step) {
        var patient = patient(draft.profile());
        return new Head(
                draft.id().value().toString(),
                step,
                seen(me, patient),
                type(me, draft.type()),
                company(patient, draft.content().company(), today(me)));
    }

    private Head.@Nullable Company company(PatientProfile patient, Draft.Children company, LocalDate today) {
        if (!judgeCompany.minor(patient, today) && company.proxies().isEmpty()) return null;
        return new Head.Company(judgeCompany.family(patient, today).proxies().stream()
                .filter(it -> company.proxies().contains(it.id().value()))
                .map(it -> new Head.Companion(it.name(), mobile(it, patient), it.language(), it.protectedIdentity()))
                .toList());
    }

    /** True when an interpreter was begun and not added. */
    boolean halfInterpreter(Draft draft) {
        boolean there = draft.content().guests().stream().anyMatch(it -> it.seat() != null);
        return draft.content()
                .interpreter()
                .begun(there ? null : patient(draft.profile()).interpreter());
    }

    /** True when somebody must say where the messages go. A child without a number beside a proxy who has one needs none. */
    boolean asksForMobile(Actor.Staff me, Draft draft, PatientProfile patient) {
        if (patient.mobile() != null) return false;
        var company = company(patient, draft.content().company(), today(me));
        return company == null || company.proxies().stream().noneMatch(it -> it.mobile() != null);
    }

    /** Where the proxy's messages go: for whom the profile stands, where those of the profile go. */
    private static @Nullable String mobile(Proxy it, PatientProfile patient) {
        return it.id().equals(patient.proxy()) ? patient.mobile() : it.mobile();
    }

    Head.PatientCard seen(Actor.Staff me, PatientProfile patient) {
        log.write(me, AccessLog.Action.SEEN, patient.person().value(), null);
        return card(patient, today(me));
    }

    /** For what is logged elsewhere, as a search is. */
    static Head.PatientCard card(PatientProfile it, LocalDate today) {
        boolean open = !it.protectedIdentity();
        return new Head.PatientCard(
                it.id().value().toString(),
                it.name(),
                it.ageOn(today),
                open ? it.identityNumber() : null,
                open && it.mobile() != null ? Phone.shown(it.mobile()) : null,
                it.mobile() != null,
                it.protectedIdentity(),
                it.own(),
                it.interpreter());
    }
}
