package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;

/** E-mail from a booking to a real SMTP server, and what its calendar file says. */
@SpringBootTest(
        properties = {
            "vardrum.test.demo=false",
            "vardrum.url=https://vard.example.se",
            "vardrum.smtp.host=127.0.0.1",
            "vardrum.smtp.tls=NONE",
            "vardrum.smtp.from=Vårdrum <no-reply@vard.example.se>",
            "vardrum.messaging.first-pause=100ms",
            "db-scheduler.polling-interval=100ms"
        })
class EmailTests {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final ServerSetup WHERE = new ServerSetup(FakeGateway.freePort(), "127.0.0.1", "smtp");
    static final GreenMail SERVER = new GreenMail(WHERE);

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("vardrum.smtp.port", WHERE::getPort);
    }

    @AfterAll
    static void end() {
        SERVER.stop();
    }

    @Autowired
    ApplicationContext app;

    @Autowired
    Deliveries deliveries;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    JdbcClient sql;

    Practice practice;

    @BeforeEach
    void quiet() throws Exception {
        practice = new Practice(app);
        practice.startAfter(sql);
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    void aGuestGetsTheLinkAndACalendarFileThatSaysNothingElse() throws Exception {
        var id = practice.book(null, Practice.guest("Karin Nordin", null, "karin@example.org"));
        awaitStates(id, State.SENT);
        var mail = SERVER.getReceivedMessages()[0];
        var row = sql.sql("select id::text from message where appointment_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + row + ".1@vard.example.se>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getFrom()[0].toString()).contains("no-reply@vard.example.se");
        assertThat(mail.getSubject()).startsWith("Inbjudan till digitalt besök fre 7 mars kl ");
        assertThat(text(mail))
                .startsWith("Hej Karin Nordin!")
                .contains("https://vard.example.se/b/", "Testberga vårdcentral", "+46 31 390 06 00", "–");

        assertThat(calendarType(mail)).contains("text/calendar", "method=REQUEST");
        var calendar = calendar(mail);
        new net.fortuna.ical4j.data.CalendarBuilder()
                .build(new java.io.StringReader(calendar))
                .validate();
        assertThat(calendar)
                .contains("METHOD:REQUEST", "UID:" + id.value() + "@vard.example.se", "SEQUENCE:1", "STATUS:CONFIRMED")
                .contains(
                        "BEGIN:VTIMEZONE",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "TZOFFSETTO:+0200",
                        "TZID:Europe/Stockholm",
                        "DTSTART;TZID=Europe/Stockholm:20310307T1")
                .contains("SUMMARY:Digitalt besök", "ATTENDEE;RSVP=FALSE:mailto:karin@example.org")
                .contains("ORGANIZER:mailto:no-reply@vard.example.se")
                .doesNotContain("/b/", "Testberga", "Hudmottagningen");
        for (var content : List.of(text(mail), calendar, mail.getSubject()))
            assertThat(content)
                    .doesNotContain("Akne", "Beskrivning", "Jakob", "Nordinsson", "850314", "Hudmottagningen");
    }

    @Test
    void aCancelledVisitLeavesTheCalendarToo() throws Exception {
        var id = practice.book(null, Practice.guest("Karin Nordin", null, "karin@example.org"));
        awaitStates(id, State.SENT);
        cancel.cancel(practice.anna, id, "Sjuk");
        awaitStates(id, State.SENT, State.SENT);
        var mail = SERVER.getReceivedMessages()[1];
        assertThat(mail.getSubject()).startsWith("Avbokat: ");
        assertThat(text(mail)).doesNotContain("http", "Sjuk");
        assertThat(calendar(mail))
                .contains("METHOD:CANCEL", "UID:" + id.value() + "@vard.example.se", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void whatIsWrittenWhileTheServerIsGoneGoesOutOnceWhenItIsBack() {
        SERVER.stop();
        var id = practice.book(null, Practice.guest("Karin Nordin", null, "karin@example.org"));
        await().atMost(PATIENCE)
                .until(() -> "messaging.problem.waiting"
                        .equals(deliveries.of(id).getFirst().problemKey()));
        SERVER.start();
        awaitStates(id, State.SENT);
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailThatWasTakenGoesNoSecondTimeWhenTheDatabaseCouldNotBeToldAtOnce() {
        sql.sql("""
                create sequence hiccup;
                create function fails_once() returns trigger language plpgsql as $$
                begin
                  if nextval('hiccup') = 1 then raise exception 'the database is away'; end if;
                  return new;
                end $$;
                create trigger fails_once before update on message for each row
                  when (new.state = 'SENT') execute function fails_once();
                """).update();
        try {
            var id = practice.book(null, Practice.guest("Karin Nordin", null, "karin@example.org"));
            awaitStates(id, State.SENT);
            assertThat(sql.sql("select last_value from hiccup")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            assertThat(SERVER.getReceivedMessages()).hasSize(1);
        } finally {
            sql.sql("drop trigger fails_once on message; drop function fails_once; drop sequence hiccup")
                    .update();
        }
    }

    @Test
    void withoutAWayOutForSmsStaffAreToldAtOnce() {
        var id = practice.book(Practice.MOBILE);
        awaitStates(id, State.FAILED);
        assertThat(deliveries.of(id).getFirst().problemKey()).isEqualTo("messaging.problem.no-channel");
    }

    private void awaitStates(AppointmentId id, State... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(id))
                        .extracting(Delivery::state)
                        .containsExactlyInAnyOrder(states));
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    private static String calendarType(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(1).getContentType();
    }

    private static String calendar(MimeMessage mail) throws Exception {
        var file = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll("\r?\n[ \t]", "");
    }
}
