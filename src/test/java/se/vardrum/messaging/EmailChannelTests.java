package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import se.vardrum.appointment.ParticipantId;

/** How a mail server's answers are understood. */
class EmailChannelTests {

    static final Channel.Answer TAKEN = new Channel.Answer.Taken();
    static final Channel.Answer LATER = new Channel.Answer.Later("messaging.problem.waiting");

    @Test
    void aMailThatWasTakenIsSentWhateverHappensToTheConnectionAfterwards() throws Exception {
        try (var server = new StubbornMailServer().hangingUpAfterTaking()) {
            assertThat(send(server, "karin@example.org")).isEqualTo(TAKEN);
            assertThat(server.taken).hasValue(1);
        }
    }

    @Test
    void aRefusedAddressIsForEver() throws Exception {
        try (var server = new StubbornMailServer().answeringRcptWith("550 no such person")) {
            assertThat(send(server, "karin@example.org"))
                    .isEqualTo(new Channel.Answer.Never("messaging.problem.address"));
        }
        try (var server = new StubbornMailServer()) {
            assertThat(send(server, "not an address")).isEqualTo(new Channel.Answer.Never("messaging.problem.address"));
            assertThat(server.taken).hasValue(0);
        }
    }

    @Test
    void aRefusedMailIsForEverAndAFullBoxIsNot() throws Exception {
        try (var server = new StubbornMailServer().answeringDataWith("554 we do not like it")) {
            assertThat(send(server, "karin@example.org"))
                    .isEqualTo(new Channel.Answer.Never("messaging.problem.refused"));
        }
        try (var server = new StubbornMailServer().answeringDataWith("452 later")) {
            assertThat(send(server, "karin@example.org")).isEqualTo(LATER);
        }
        try (var server = new StubbornMailServer().answeringRcptWith("450 busy")) {
            assertThat(send(server, "karin@example.org")).isEqualTo(LATER);
        }
    }

    @Test
    void aServerThatCannotDoTlsGetsNoMailWhenTlsIsAskedFor() throws Exception {
        try (var server = new StubbornMailServer()) {
            assertThat(send(server.port(), "karin@example.org", "STARTTLS")).isEqualTo(LATER);
            assertThat(server.taken).hasValue(0);
        }
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNoMail() throws Exception {
        var server = new GreenMail(new ServerSetup(FakeGateway.freePort(), "127.0.0.1", "smtps"));
        server.start();
        try {
            assertThat(send(server.getSmtps().getPort(), "karin@example.org", "TLS"))
                    .isEqualTo(LATER);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static Channel.Answer send(StubbornMailServer server, String to) throws IOException {
        return send(server.port(), to, "NONE");
    }

    private static Channel.Answer send(int port, String to, String tls) throws IOException {
        var env = new MockEnvironment()
                .withProperty("vardrum.url", "https://vard.example.se")
                .withProperty("vardrum.smtp.host", "localhost")
                .withProperty("vardrum.smtp.port", String.valueOf(port))
                .withProperty("vardrum.smtp.tls", tls);
        var settings = SmtpSettings.of(env, "vard.example.se");
        var message = new Outgoing(
                UUID.randomUUID(),
                1,
                new ParticipantId(UUID.randomUUID()),
                Medium.EMAIL,
                to,
                "Ämne",
                "Hej!\n.\nHej!",
                null,
                Instant.MAX);
        return new EmailChannel(settings, "vard.example.se", Clock.systemUTC()).send(message);
    }
}
