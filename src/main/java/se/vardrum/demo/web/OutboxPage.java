package se.vardrum.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.demo.CaughtMessages;
import se.vardrum.demo.CaughtMessages.Caught;
import se.vardrum.messaging.Medium;
import se.vardrum.page.Languages;
import se.vardrum.page.Phone;
import se.vardrum.page.Site;
import se.vardrum.page.Texts;

/** Every SMS and e-mail of the demo, newest first, for whoever sits at this computer. */
@Controller
@Conditional(Site.Demo.class)
public class OutboxPage {

    private static final int ONE_PAGE = 100;
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    /** A message as the page shows it. */
    public record Letter(
            String name, String to, boolean sms, String at, String time, String subject, List<Piece> text) {}

    /** A piece of a text: an address to go to, or words. */
    public record Piece(String words, boolean address) {}

    /** What the page shows. */
    public record Outbox(List<Letter> letters, String older) {}

    private final CaughtMessages caught;
    private final Appointments appointments;
    private final Languages languages;

    OutboxPage(CaughtMessages caught, Appointments appointments, Languages languages) {
        this.caught = caught;
        this.appointments = appointments;
        this.languages = languages;
    }

    @GetMapping("/demo/outbox")
    String page(@RequestParam Optional<UUID> before, HttpServletRequest request, Model model) {
        model.addAttribute("outbox", outbox(before, languages.of(request)));
        return "demo/web/outbox";
    }

    /** What the page fetches again and again. */
    @GetMapping("/demo/outbox/messages")
    String messages(HttpServletRequest request, Model model) {
        model.addAttribute("outbox", outbox(Optional.empty(), languages.of(request)));
        return "demo/web/letters";
    }

    private Outbox outbox(Optional<UUID> before, Texts t) {
        var all = caught.newest(before, ONE_PAGE);
        var older = all.size() < ONE_PAGE
                ? ""
                : "/demo/outbox?before=" + all.getLast().id();
        return new Outbox(all.stream().map(it -> letter(it, t)).toList(), older);
    }

    private Letter letter(Caught it, Texts t) {
        var name = appointments
                .participant(it.participant())
                .map(Participant::name)
                .orElse("");
        boolean sms = it.medium() == Medium.SMS;
        var moments = t.in(ZONE);
        return new Letter(
                name,
                sms ? Phone.shown(it.to()) : it.to(),
                sms,
                moments.shortDate(it.at()) + " " + moments.time(it.at()),
                it.at().toString(),
                it.subject(),
                pieces(it.text()));
    }

    /** Cuts a text so that addresses can be clicked; together the pieces are the text exactly. */
    static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var addresses = ADDRESS.matcher(text);
        int from = 0;
        while (addresses.find()) {
            if (addresses.start() > from) pieces.add(new Piece(text.substring(from, addresses.start()), false));
            pieces.add(new Piece(addresses.group(), true));
            from = addresses.end();
        }
        if (from < text.length()) pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }
}
