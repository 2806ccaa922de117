package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.appointment.Participant;
import se.vardrum.patient.Interpreter;
import se.vardrum.patient.PatientProfile;

/** An interpreter's seat on the visit's page: added, corrected, taken away, and missed when nobody takes it. */
class InterpreterOnPageTests extends ChangeVisitTest {

    private static final Guest NOBODY =
            new Guest("", "", null, null, "sv", new InterpreterSeat(Interpreter.Kind.SPOKEN, "arabiska", "TF-4711"));

    @Autowired
    JdbcClient sql;

    private String page(AppointmentId id, String path) throws Exception {
        return page(id, path, who.anna());
    }

    private String page(AppointmentId id, String path, Actor.Staff me) throws Exception {
        return HtmlUtils.htmlUnescape(
                text(mvc.perform(get("/visits/" + id.value() + path).with(Ward.as(me)))));
    }

    private void needs(PatientProfile patient) {
        sql.sql("update person set interpreter_kind = 'SPOKEN', interpreter_language = 'arabiska' where id = :id")
                .param("id", patient.person().value())
                .update();
    }

    private Participant seat(AppointmentId id) {
        return appointments.participants(id).stream()
                .filter(Participant::interpreter)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPatientWhoNeedsOneIsSpokenOfUntilASeatIsBookedToThoseWhoSeeThePatient() throws Exception {
        assertThat(page(visit, "")).doesNotContain("Tolk är inte bokad");
        needs(who.jake());
        assertThat(page(visit, "")).contains("Tolk är inte bokad.", "Patienten behöver tolk: arabiska.");
        assertThat(page(visit, "", who.daniel())).doesNotContain("Tolk är inte bokad", "arabiska");
        assertThat(page(visit, "/invite?tab=interpreter")).contains("value=\"arabiska\"");
        assertThat(page(visit, "/invite?tab=interpreter", who.daniel())).doesNotContain("arabiska");
        var shown = HtmlUtils.htmlUnescape(text(send(
                who.anna(), "/guests", "kind", "SPOKEN", "spoken", "arabiska", "reference", "TF-1", "preview", "yes")));
        assertThat(shown).contains("Inget skickas. På besökets sida finns en länk och en text");
        done(send(who.anna(), "/guests", "kind", "SPOKEN", "spoken", "arabiska", "reference", "TF-1"), "interpreter");
        assertThat(page(visit, ""))
                .doesNotContain("Tolk är inte bokad")
                .contains("arabiska · namnet anges vid ankomsten · referens TF-1")
                .contains("Länk och text till tolkförmedlingen", "Kopiera text", "Er referens: TF-1")
                .contains("Tolkens länk slutar fungera direkt, också hos tolkförmedlingen.")
                .contains("Patienten behöver tolk, och ingen annan tolk är bokad.");
        assertThat(page(visit, "", who.daniel())).doesNotContain("ingen annan tolk är bokad");
    }

    @Test
    void theSeatIsCheckedAndWhatWasTypedStays() throws Exception {
        var refused = HtmlUtils.htmlUnescape(text(send(
                        who.anna(),
                        "/guests",
                        "kind",
                        "SPOKEN",
                        "spoken",
                        "",
                        "reference",
                        "20120301-1234",
                        "mobile",
                        "070-17")
                .andExpect(status().is(422))));
        assertThat(refused)
                .contains("Skriv vilket språk tolken ska kunna", "ser ut som ett personnummer", "Numret är för kort")
                .contains("value=\"20120301-1234\"", "value=\"070-17\"");
    }

    @Test
    void aCorrectedSeatKeepsItsLinkAndOneThatGetsANumberDoesNot() throws Exception {
        var id = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 10, 0), List.of(NOBODY));
        visit = id;
        var link = links.personal(seat(id).id());
        var form = "/guests/" + seat(id).id().value();
        assertThat(page(id, form)).contains("Rätta uppgifterna om tolken", "value=\"TF-4711\"");
        done(send(who.anna(), form, "kind", "SIGNED", "spoken", "", "reference", "TF-4712"), "corrected-quietly");
        assertThat(links.personal(seat(id).id())).isEqualTo(link);
        assertThat(page(id, "")).contains("teckenspråk · namnet anges vid ankomsten · referens TF-4712");
        done(
                send(who.anna(), form, "kind", "SIGNED", "spoken", "", "mobile", "0701740650", "lastName", "Ali"),
                "corrected");
        assertThat(links.personal(seat(id).id())).isNotEqualTo(link);
        assertThat(deliveries.of(id)).anyMatch(it -> it.participant().equals(seat(id).id()));
    }

    @Test
    void aSeatNobodyTakesIsMissedFromShortlyBeforeTheStartUntilSomebodyIsThere() throws Exception {
        needs(who.ove());
        var later = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 8, 16), List.of(NOBODY));
        var soon = people.book(who.daniel(), who.ove(), Ward.at(Ward.TODAY, 8, 15), List.of(NOBODY));
        assertThat(page(later, "")).doesNotContain("Tolk saknas");
        assertThat(page(soon, "", who.daniel())).contains("Tolk saknas");
        assertThat(text(mvc.perform(get("/visits").with(Ward.as(who.daniel())))))
                .contains("Tolk saknas");
        people.starts(who.daniel(), soon);
        assertThat(page(soon, "", who.daniel())).contains("Tolk saknas");
        people.arrives(links.personal(seat(soon).id()), "Samira Haddad");
        assertThat(page(soon, "", who.daniel()))
                .doesNotContain("Tolk saknas")
                .contains("Samira Haddad", "Bekräfta vem det är");
        assertThat(text(mvc.perform(get("/visits").with(Ward.as(who.daniel())))))
                .doesNotContain("Tolk saknas");
    }

    @Test
    void aSeatIsPutBackWithTheNameGivenAtTheDoor() throws Exception {
        visit = people.book(who.anna(), who.jake(), Ward.at(Ward.TODAY, 10, 0), List.of(NOBODY));
        people.arrives(links.personal(seat(visit).id()), "Samira Haddad");
        var id = seat(visit).id().value();
        assertThat(page(visit, "")).contains("Samira Haddad väntar nu");
        send(who.anna(), "/participants/" + id + "/remove");
        done(send(who.anna(), "/participants/" + id + "/put-back"), "put-back");
        assertThat(seat(visit).name()).isEqualTo("Samira Haddad");
        assertThat(seat(visit).seat()).isEqualTo(NOBODY.seat());
    }

    @Test
    void underProtectedIdentityTheTextNamesNoUnitAndARemovalIsNotTakenBackWithoutAReason() throws Exception {
        visit = people.book(who.anna(), who.siv(), Ward.at(Ward.TODAY, 10, 0), List.of());
        send(who.anna(), "/guests", "kind", "SPOKEN", "spoken", "arabiska").andExpect(status().is(422));
        done(send(who.anna(), "/guests", "kind", "SPOKEN", "spoken", "arabiska", "reason", "Tolk"), "interpreter");
        var page = page(visit, "");
        assertThat(page.substring(page.indexOf("<textarea"), page.indexOf("</textarea")))
                .contains("arabiska")
                .doesNotContain("Testberga", "Siv", "468 465");
        assertThat(page).doesNotContain("Du kan ångra direkt efteråt");
        var id = seat(visit).id().value();
        send(who.anna(), "/participants/" + id + "/remove");
        done(send(who.anna(), "/participants/" + id + "/put-back"), "nothing");
    }
}
