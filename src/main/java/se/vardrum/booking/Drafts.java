package se.vardrum.booking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.VisitType;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Ids;
import se.vardrum.page.NotFound;
import se.vardrum.patient.PatientProfileId;

/** The bookings being written. Only the one who began a draft finds it. */
@Component
public class Drafts {

    private static final int SHOWN = 50;

    private final DraftTable table;
    private final Clock clock;

    Drafts(DraftTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A new draft; one for the same in which nothing was written yet is used again. */
    @Transactional
    public Draft begin(Actor.Staff who, PatientProfileId profile, VisitType type, Draft.Children company) {
        var before = table.untouched(owner(who), profile, type.key())
                .filter(it -> it.content().company().equals(company));
        return before.orElseGet(() -> {
            var draft = new Draft(
                    new DraftId(Ids.next()),
                    owner(who),
                    profile,
                    type.key(),
                    Draft.Step.DETAILS,
                    Draft.Content.begun(type.defaultMinutes(), company),
                    clock.instant());
            table.insert(draft);
            return draft;
        });
    }

    public Optional<Draft> find(Actor.Staff who, DraftId id) {
        return table.find(id, owner(who));
    }

    /** The latest changed first. */
    public List<Draft> of(Actor.Staff who) {
        return table.of(owner(who), SHOWN);
    }

    /** Changes the content and says which step the booker is in; what another tab wrote in another step stays. */
    @Transactional
    public Draft change(Actor.Staff who, DraftId id, Draft.Step step, UnaryOperator<Draft.Content> change) {
        var draft = table.findForChange(id, owner(who)).orElseThrow(NotFound::new);
        var content = change.apply(draft.content());
        var now = clock.instant();
        table.update(id, step, content, now);
        return new Draft(id, draft.owner(), draft.profile(), draft.type(), step, content, now);
    }

    /** Another profile or type of visit, or others who are to be there; the rest stays as it was written. */
    @Transactional
    public void change(Actor.Staff who, DraftId id, PatientProfileId profile, VisitType type, Draft.Children company) {
        var draft = table.findForChange(id, owner(who)).orElseThrow(NotFound::new);
        table.update(id, profile, type.key());
        table.update(id, draft.step(), draft.content().with(company), clock.instant());
    }

    /** False when there is none such of this one's. */
    public boolean remove(Actor.Staff who, DraftId id) {
        return table.delete(id, owner(who));
    }

    private static PractitionerRoleId owner(Actor.Staff who) {
        return new PractitionerRoleId(who.role());
    }
}
