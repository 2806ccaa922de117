package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.booking.Draft;
import se.vardrum.booking.DraftId;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;

/** Step 2, the tab "Vårdpersonal": adding a colleague out of the directory. */
@Controller
class StaffPages {

    private static final int MOST_COLLEAGUES = 20;

    private final Wizard wizard;
    private final ParticipantsView view;
    private final StaffView staff;
    private final Drafts drafts;
    private final Languages languages;

    StaffPages(Wizard wizard, ParticipantsView view, StaffView staff, Drafts drafts, Languages languages) {
        this.wizard = wizard;
        this.view = view;
        this.staff = staff;
        this.drafts = drafts;
        this.languages = languages;
    }

    @PostMapping("/bookings/{id}/staff")
    String add(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var draft = wizard.draft(me, id);
        if (!wizard.type(me, draft.type()).staff()) return "redirect:/bookings/" + id + "/participants";
        var form = new Form(t);
        var colleague = staff.named(role);
        if (role.isEmpty()) form.problem("role", "booking.problem.staff.nobody");
        else if (colleague.isEmpty()) form.problem("role", "booking.problem.staff.unknown");
        else if (role.equals(me.role().toString())) form.problem("role", "booking.problem.staff.you");
        else if (draft.content().colleagues().size() >= MOST_COLLEAGUES)
            form.problem("role", "booking.problem.staff.many", MOST_COLLEAGUES);
        if (!form.ok()) {
            response.setStatus(422);
            model.addAttribute("step", view.wrongStaff(me, draft, form, t));
            return "booking/web/participants";
        }
        var added = colleague.orElseThrow().id().value();
        drafts.change(me, new DraftId(id), Draft.Step.PARTICIPANTS, it -> it.andColleague(added));
        return "redirect:/bookings/" + id + "/participants?tab=staff&added=1";
    }
}
