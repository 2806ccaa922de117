package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import se.vardrum.page.CannotStart;
import se.vardrum.patient.PopulationRegister.Answer;
import se.vardrum.patient.PopulationRegister.Guardian;
import tools.jackson.databind.json.JsonMapper;

/** The real register, against an HTTPS server that runs here. */
@ExtendWith(OutputCaptureExtension.class)
class HttpsRegisterTests {

    private static final String CHILD = "201103112386";
    private static final String PERSON = """
            {"person": {"identifier": {"system": "urn:oid:1.2.752.129.2.1.3.1", "value": "201103112386"},
              "name": {"given": "Alva", "family": "Wikström"}, "birthDate": "2011-03-11",
              "protectedPersonIndicator": false, "protectedPopulationRecord": true, "something": "new",
              "guardians": [{"identifier": {"value": "198001012387"}, "name": {"given": "Hanna", "family": "Wikström"},
                "protectedPersonIndicator": false, "protectedPopulationRecord": false}]}}
            """;

    @TempDir
    static Path folder;

    FakeRegister gateway;
    MockEnvironment env = new MockEnvironment();
    HttpsRegister register;
    Instant now = Instant.parse("2026-11-25T09:00:00Z");

    @BeforeEach
    void open() throws Exception {
        env.setConversionService(new ApplicationConversionService());
        gateway = new FakeRegister(folder, "localhost", false);
        env.setProperty("vardrum.register.url", gateway.url());
        env.setProperty(
                "vardrum.register.trust-file", gateway.certificate("server").toString());
        env.setProperty("vardrum.register.pause", "1ms");
        env.setProperty("vardrum.register.answer-within", "20s");
        env.setProperty("vardrum.register.patience", "60s");
        connect();
    }

    private void connect() throws Exception {
        if (register != null) register.close();
        var settings = RegisterSettings.of(env);
        assertThat(settings).isNotNull();
        register = new HttpsRegister(settings, JsonMapper.builder().build(), new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    @AfterEach
    void close() {
        register.close();
        gateway.close();
    }

    @Test
    void aPersonIsAnsweredWithProtectionAndGuardians() {
        gateway.handler = FakeRegister.json(PERSON);
        assertThat(register.lookUp(CHILD))
                .isEqualTo(new Answer.Known(new PopulationRegister.Entry(
                        CHILD,
                        "Alva",
                        "Wikström",
                        LocalDate.of(2011, 3, 11),
                        true,
                        false,
                        null,
                        List.of(new Guardian("198001012387", "Hanna", "Wikström", false)))));
    }

    @Test
    void theNumberIsInTheBodyAndInNoAddressAndNoLog(CapturedOutput output) {
        gateway.handler = FakeRegister.json("{\"person\": null}");
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unknown());
        gateway.handler = FakeRegister.status(503);
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        gateway.handler = FakeRegister.json(PERSON.replace("\"birthDate\"", "\"born\""));
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(gateway.seen).allSatisfy(it -> {
            assertThat(it.path()).isEqualTo("/persons");
            assertThat(it.body())
                    .contains("\"identifier\"", "\"system\":\"urn:oid:1.2.752.129.2.1.3.1\"", "\"" + CHILD + "\"");
        });
        assertThat(output).contains("population register: status 503").doesNotContain(CHILD, "Alva", "Wikström");
    }

    @Test
    void aTokenFromAFileGoesAlong() throws Exception {
        var file = folder.resolve("token");
        Files.writeString(file, "s3cret\n");
        env.setProperty("vardrum.register.token-file", file.toString());
        connect();
        gateway.handler = FakeRegister.json("{}");
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unknown());
        assertThat(gateway.seen.getFirst().authorization()).isEqualTo("Bearer s3cret");
    }

    @Test
    void aGatewayThatAsksForACertificateGetsOurs() throws Exception {
        try (var strict = new FakeRegister(folder, "localhost", true)) {
            strict.handler = FakeRegister.json("{}");
            env.setProperty("vardrum.register.url", strict.url());
            env.setProperty(
                    "vardrum.register.trust-file", strict.certificate("server").toString());
            connect();
            assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
            env.setProperty(
                    "vardrum.register.certificate-file",
                    folder.resolve("client.pem").toString());
            env.setProperty(
                    "vardrum.register.key-file", folder.resolve("client.key").toString());
            connect();
            assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unknown());
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsWaitedForNoLongerThanTheLimitAndNotAskedForAgain() throws Exception {
        env.setProperty("vardrum.register.answer-within", "200ms");
        connect();
        var letGo = new CountDownLatch(1);
        gateway.handler = exchange -> letGo.await();
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(letGo.getCount()).isOne(); // the server holds it still
        assertThat(gateway.seen).hasSizeLessThanOrEqualTo(1);
        letGo.countDown();
    }

    @Test
    void anAnswerThatBeginsAndDoesNotEndIsNotWaitedForEither() throws Exception {
        env.setProperty("vardrum.register.answer-within", "300ms");
        connect();
        var letGo = new CountDownLatch(1);
        gateway.handler = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            letGo.await();
        };
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        letGo.countDown();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, 429})
    void passingTroubleIsTriedAgain(int trouble) {
        var asked = new AtomicInteger();
        gateway.handler =
                exchange -> (asked.incrementAndGet() < 3 ? FakeRegister.status(trouble) : FakeRegister.json(PERSON))
                        .answer(exchange);
        assertThat(register.lookUp(CHILD)).isInstanceOf(Answer.Known.class);
        assertThat(gateway.seen).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 302})
    void aRefusalIsNotTriedAgain(int refusal) {
        gateway.handler = FakeRegister.status(refusal);
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(gateway.seen).hasSize(1);
    }

    @Test
    void aLineThatBreaksIsTriedAgain() {
        var asked = new AtomicInteger();
        gateway.handler = exchange -> {
            if (asked.incrementAndGet() == 3) FakeRegister.json(PERSON).answer(exchange);
        };
        assertThat(register.lookUp(CHILD)).isInstanceOf(Answer.Known.class);
    }

    @Test
    void oneThatKeepsFailingIsLeftAloneAndAskedAgainLater() {
        gateway.handler = FakeRegister.status(503);
        for (int i = 0; i < 4; i++) assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(gateway.seen).hasSize(5); // the breaker opened within the second look
        gateway.handler = FakeRegister.json(PERSON);
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(gateway.seen).hasSize(5);

        now = now.plus(Duration.ofSeconds(31));
        assertThat(register.lookUp(CHILD)).isInstanceOf(Answer.Known.class);
        assertThat(register.lookUp(CHILD)).isInstanceOf(Answer.Known.class);
        gateway.handler = FakeRegister.status(400);
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        gateway.handler = FakeRegister.json(PERSON);
        assertThat(register.lookUp(CHILD)).isInstanceOf(Answer.Known.class); // closed: one failure is none
    }

    @Test
    void aCertificateNobodyVouchesForOrOfAnotherNameIsRefusedWithoutAWord() throws Exception {
        env.setProperty("vardrum.register.trust-file", "");
        connect();
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(gateway.seen).isEmpty();
        try (var other = new FakeRegister(Files.createDirectory(folder.resolve("other")), "other.example", false)) {
            env.setProperty("vardrum.register.url", other.url());
            env.setProperty(
                    "vardrum.register.trust-file", other.certificate("server").toString());
            connect();
            assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
            assertThat(other.seen).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "<html>",
                "[]",
                "{\"person\": 1}",
                "{\"person\": {}}",
                "{\"person\": {\"identifier\": {\"value\": \"201103112386\"}}}"
            })
    void whatIsNotAsDocumentedIsNoAnswer(String body) {
        gateway.handler = FakeRegister.json(body);
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
    }

    @Test
    void somebodyElseAndAMissingProtectionMarkAreNoAnswer() {
        for (var wrong : List.of(
                PERSON.replace(CHILD, "201103112394"),
                PERSON.replace("\"protectedPopulationRecord\": true, ", ""),
                PERSON.replace("\"given\": \"Alva\"", "\"given\": \" \""),
                PERSON.replace("198001012387", "198013012387"),
                PERSON.replace("2011-03-11", "2011-13-11"))) {
            gateway.handler = FakeRegister.json(wrong);
            assertThat(register.lookUp(CHILD)).as(wrong).isEqualTo(new Answer.Unreachable());
            now = now.plus(Duration.ofMinutes(1)); // past the breaker's rest
        }
    }

    @Test
    void aHugeBodyIsCutOffAndNotAskedForAgain() {
        gateway.handler = FakeRegister.json("{\"filler\": \"" + "x".repeat(1_000_000) + "\"}");
        assertThat(register.lookUp(CHILD)).isEqualTo(new Answer.Unreachable());
        assertThat(gateway.seen).hasSize(1);
    }

    @Test
    void settingsThatCannotBeAreSaidAtStart() {
        env.setProperty(
                "vardrum.register.certificate-file",
                folder.resolve("client.pem").toString());
        assertThatThrownBy(() -> RegisterSettings.of(env))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("KEY_FILE");
        env.setProperty("vardrum.register.key-file", folder.resolve("nothing").toString());
        assertThatThrownBy(() -> RegisterSettings.of(env))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PEM");
        env.setProperty("vardrum.register.url", "http://register.example");
        assertThatThrownBy(() -> RegisterSettings.of(env))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("https");
    }
}
