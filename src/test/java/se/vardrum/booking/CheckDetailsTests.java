package se.vardrum.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.vardrum.appointment.SearchReasons;
import se.vardrum.appointment.VisitType;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;

/** Step 1 is judged against a clock that stands at 25 November 2026, 10:00 in Stockholm. */
@SpringBootTest
class CheckDetailsTests {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @Autowired
    SearchReasons reasons;

    @Autowired
    Languages languages;

    private Form form;

    private static final VisitType SCHEDULED = type(VisitType.Heading.SEARCH_REASON);

    private static VisitType type(VisitType.Heading heading) {
        return new VisitType(
                "scheduled",
                null,
                "Schemalagt",
                "Scheduled",
                "",
                "",
                true,
                true,
                4,
                VisitType.LinksAt.START,
                true,
                heading,
                30,
                List.of(),
                true,
                1);
    }

    private CheckDetails.Checked check(String reason, String date, String time, String length, String turn) {
        return checkAt(NOW, reason, date, time, length, turn);
    }

    private CheckDetails.Checked checkAt(
            Instant now, String reason, String date, String time, String length, String turn) {
        var t = languages.of("sv");
        form = new Form(t);
        return new CheckDetails(reasons, Clock.fixed(now, STOCKHOLM))
                .check(new Draft.Details(reason, "", date, time, length, turn), SCHEDULED, STOCKHOLM, form, t);
    }

    @Test
    void whatIsUnderstoodGetsItsStandardForm() {
        var it = check("aknebesvär", "27/11", "14.30", "45", "");
        assertThat(it.complete()).isTrue();
        assertThat(it.typed()).isEqualTo(new Draft.Details("Aknebesvär", "", "2026-11-27", "14:30", "45", ""));
        assertThat(it.slot().from()).isEqualTo("2026-11-27T13:30:00Z");
        assertThat(it.slot().to()).isEqualTo("2026-11-27T14:15:00Z");
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        assertThat(check("", "", "", "", "").complete()).isFalse();
        assertThat(form.problems()).containsOnlyKeys("reason", "date", "time", "length");
    }

    @Test
    void freeTextIsNoReasonButTheNearestAreOffered() {
        var it = check("finnar", "27/11", "14.30", "30", "");
        assertThat(it.complete()).isFalse();
        assertThat(it.nearest()).extracting(each -> each.sv()).contains("Aknebesvär");
        assertThat(form.problems().get("reason")).contains("Menade du");
    }

    @Test
    void whatIsNearNothingIsSaidPlainly() {
        assertThat(check("qqqqqqqq", "27/11", "14.30", "30", "").nearest()).isEmpty();
        assertThat(form.problems().get("reason")).contains("kortare eller vanligare ord");
    }

    @Test
    void thePastIsRefused() {
        check("Aknebesvär", "24/11", "14:30", "30", "");
        assertThat(form.problems().get("date")).contains("tisdag 24 november 2026 har redan varit");
        check("Aknebesvär", "i dag", "10:00", "30", "");
        assertThat(form.problems().get("time")).contains("klockan är 10:00");
        assertThat(check("Aknebesvär", "i dag", "10:01", "30", "").complete()).isTrue();
    }

    @Test
    void twoYearsAheadIsTheFarthest() {
        assertThat(check("Aknebesvär", "2028-11-24", "14:30", "30", "").complete())
                .isTrue();
        check("Aknebesvär", "2028-11-26", "14:30", "30", "");
        assertThat(form.problems().get("date")).contains("mer än två år bort");
    }

    @Test
    void anHourThatTheSpringSkipsIsNoTime() {
        check("Aknebesvär", "2027-03-28", "02:30", "30", "");
        assertThat(form.problems().get("time")).contains("02:30 finns inte").contains("från 02:00 till 03:00");
        assertThat(check("Aknebesvär", "2027-03-28", "01:45", "30", "").slot().to())
                .isEqualTo("2027-03-28T01:15:00Z");
    }

    @Test
    void anHourThatTheAutumnRepeatsMustBeChosen() {
        var summer = Instant.parse("2026-08-25T09:00:00Z");
        var open = checkAt(summer, "Aknebesvär", "2026-10-25", "02:30", "30", "");
        assertThat(open.twice()).isTrue();
        assertThat(open.complete()).isFalse();
        assertThat(form.problems()).containsOnlyKeys("turn");
        assertThat(checkAt(summer, "Aknebesvär", "2026-10-25", "02:30", "30", "summer")
                        .slot()
                        .from())
                .isEqualTo("2026-10-25T00:30:00Z");
        assertThat(checkAt(summer, "Aknebesvär", "2026-10-25", "02:30", "30", "winter")
                        .slot()
                        .from())
                .isEqualTo("2026-10-25T01:30:00Z");
        assertThat(checkAt(summer, "Aknebesvär", "2026-10-25", "03:00", "30", "winter")
                        .typed()
                        .turn())
                .isEmpty();
    }

    @Test
    void theWeekdayMustFit() {
        check("Aknebesvär", "torsdag 27 november 2026", "14:30", "30", "");
        assertThat(form.problems().get("date")).contains("fredag 27 november 2026");
    }

    @Test
    void onlyTheLengthsOfTheListAreLengths() {
        for (var length : new String[] {"31", "-30", "0", "abc", "30 "}) {
            check("Aknebesvär", "27/11", "14:30", length, "");
            assertThat(form.problems()).as(length).containsOnlyKeys("length");
        }
    }
}
