package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import se.vardrum.appointment.Participant;

/** What follows from adding, correcting and taking away is said before it is done, and is what then happens. */
class FollowsTests extends ChangeVisitTest {

    @Autowired
    JdbcClient sql;

    private Participant erik() {
        return named("Erik Sjö");
    }

    private String page(String path) throws Exception {
        return HtmlUtils.htmlUnescape(text(mvc.perform(get(at(path)).with(Ward.as(who.anna())))));
    }

    private String form() {
        return "/guests/" + erik().id().value();
    }

    private static String mark(String page) {
        return page.split("name=\"seen\" value=\"")[1].split("\"")[0];
    }

    private String asked(String path, String... fields) throws Exception {
        return HtmlUtils.htmlUnescape(text(send(who.anna(), path, fields)));
    }

    private void sent() {
        sql.sql("update message set state = 'SENT', sent_at = now() where participant_id = :id")
                .param("id", erik().id().value())
                .update();
    }

    @Test
    void theFormShowsTheExactMessageBeforeAGuestIsAddedAndAddsNobody() throws Exception {
        var shown = asked(
                "/guests",
                "preview",
                "yes",
                "firstName",
                "Leila",
                "lastName",
                "Hassan",
                "mobile",
                "070-174 06 20",
                "language",
                "en");
        assertThat(shown)
                .contains("Det här skickas direkt:", "Sms till +46 70 174 06 20", "You are invited to a digital visit")
                .doesNotContain("Kontrollera");
        assertThat(appointments.participants(visit)).hasSize(4);
        assertThat(asked("/guests", "preview", "yes", "mobile", "070-1")).contains("så visas vad som skickas");
    }

    @Test
    void aNameAloneIsCorrectedWithTheLinkLeftAloneAndNothingSent() throws Exception {
        var link = links.personal(erik().id());
        assertThat(page(form())).contains("Länken gäller fortfarande, och inget skickas.");
        var fields = new String[] {
            "firstName",
            "Erika",
            "lastName",
            "Sjö",
            "mobile",
            "0701740605",
            "email",
            "erik@example.com",
            "seen",
            mark(page(form()))
        };
        done(send(who.anna(), form(), fields), "corrected-quietly");
        var erika = named("Erika Sjö");
        assertThat(links.personal(erika.id())).isEqualTo(link);
        assertThat(erika.revision()).isEqualTo(1);
        assertThat(deliveries.of(visit).stream().filter(it -> it.participant().equals(erika.id())))
                .hasSize(2);
    }

    @Test
    void aNewContactSaysThatTheLinkDiesAndWhoIsToldAndThenDoesSo() throws Exception {
        sent();
        var link = links.personal(erik().id());
        var fields = new String[] {"firstName", "Erik", "lastName", "Sjö", "email", "sjo@example.com"};
        var asking = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(fields), java.util.stream.Stream.of("preview", "yes"))
                .toArray(String[]::new);
        assertThat(asked(form(), asking))
                .contains("Den gamla länken slutar fungera direkt.", "Mejl till sjo@example.com", "Hej Erik Sjö!")
                .contains("Den som har den gamla inbjudan får inget besked")
                .doesNotContain("Sms till");
        assertThat(links.personal(erik().id())).isEqualTo(link);
        done(send(who.anna(), form(), fields), "corrected");
        assertThat(links.personal(erik().id())).isNotEqualTo(link);
    }

    @Test
    void theSecondOfTwoWhoCorrectTheSameGetsWordsAndNothingOfTheFirstIsLost() throws Exception {
        var seen = mark(page(form()));
        var first = new String[] {"firstName", "Erik", "lastName", "Sjö", "mobile", "0701740641", "seen", seen};
        done(send(who.daniel(), form(), first), "corrected");
        var id = named("Erik Sjö").id();
        var second = new String[] {"firstName", "Erik", "lastName", "Sjöö", "mobile", "0701740642", "seen", seen};
        var answer = send(who.anna(), form(), second).andExpect(status().is(422));
        var told = HtmlUtils.htmlUnescape(text(answer));
        assertThat(told)
                .contains("Någon annan hann ändra samma uppgifter. Nu står det: Erik Sjö, +46 70 174 06 41.")
                .contains("value=\"Sjöö\"", "value=\"0701740642\"");
        assertThat(named("Erik Sjö").mobile()).isEqualTo("+46701740641");
        second[7] = mark(told);
        done(send(who.anna(), "/guests/" + id.value(), second), "corrected");
        assertThat(named("Erik Sjöö").mobile()).isEqualTo("+46701740642");
    }

    @Test
    void theSecondOfTwoWhoAddFromTheSamePageGetsWords() throws Exception {
        var seen = mark(page("/invite"));
        var leila = new String[] {"firstName", "Leila", "lastName", "Hassan", "mobile", "0701740620", "seen", seen};
        done(send(who.daniel(), "/guests", leila), "guest");
        var bo = new String[] {"firstName", "Bo", "lastName", "Ek", "mobile", "0701740621", "seen", seen};
        var told = HtmlUtils.htmlUnescape(text(send(who.anna(), "/guests", bo).andExpect(status().is(422))));
        assertThat(told).contains("Någon har ändrat deltagarna sedan du öppnade sidan", "value=\"Bo\"");
        bo[7] = mark(told);
        done(send(who.anna(), "/guests", bo), "guest");
    }

    @Test
    void takingAwaySaysWhichLinkDiesAndWhichMessagesGo() throws Exception {
        assertThat(page(""))
                .contains("Den personliga länken slutar fungera direkt.", "Inbjudan som är på väg till")
                .contains("Inget meddelande skickas.", "Du kan ångra direkt efteråt.");
        sent();
        assertThat(page(""))
                .contains("Sms skickas till +46 70 174 06 05: ”Du behöver inte delta i det digitala besöket fre 28 nov")
                .contains("Mejl skickas till erik@example.com: ”Du behöver inte delta: digitalt besök fre 28 nov")
                .contains("Besöket försvinner från kollegans Besök som gäst.");
        people.arrives(links.personal(erik().id()), null);
        assertThat(page("")).contains("Erik Sjö väntar nu och får inte komma in.");
        people.starts(who.anna(), visit);
        assertThat(page("")).contains("Erik Sjö är med i samtalet nu och kopplas ner direkt.");
        var erik = erik();
        send(who.anna(), "/participants/" + erik.id().value() + "/remove");
        assertThat(deliveries.of(visit).stream()
                        .filter(it ->
                                it.participant().equals(erik.id()) && it.kind().equals("REMOVAL")))
                .hasSize(2);
    }

    @Test
    void aRemovalIsTakenBackByOnePressOnce() throws Exception {
        var erik = erik();
        var link = links.personal(erik.id());
        var removed = send(who.anna(), "/participants/" + erik.id().value() + "/remove");
        removed.andExpect(flash().attribute("undo", erik.id().value().toString()));
        done(send(who.anna(), "/participants/" + erik.id().value() + "/put-back"), "put-back");
        done(send(who.anna(), "/participants/" + erik.id().value() + "/put-back"), "nothing");
        assertThat(appointments.participants(visit)).hasSize(4);
        assertThat(erik().id()).isNotEqualTo(erik.id());
        assertThat(links.personal(erik().id())).isNotEqualTo(link);
        mvc.perform(get(link.substring(link.indexOf("/b/")))).andExpect(status().isGone());
        var daniel = people.staff(visit, who.daniel()).id().value();
        send(who.anna(), "/participants/" + daniel + "/remove");
        done(send(who.anna(), "/participants/" + daniel + "/put-back"), "put-back");
        mvc.perform(get(at("")).with(Ward.as(who.daniel()))).andExpect(status().isOk());
        send(who.anna(), "/participants/" + UUID.randomUUID() + "/put-back").andExpect(status().isNotFound());
    }

    @Test
    void correctingOneWhoWasTakenAwayMeanwhileGetsWords() throws Exception {
        var form = form();
        send(who.daniel(), "/participants/" + erik().id().value() + "/remove");
        for (var answer : java.util.List.of(
                mvc.perform(get(at(form)).with(Ward.as(who.anna()))),
                send(who.anna(), form, "firstName", "X", "lastName", "Y", "email", "x@example.com")))
            assertThat(HtmlUtils.htmlUnescape(text(answer.andExpect(status().isConflict()))))
                    .contains("någon annan hann ta bort personen");
    }
}
