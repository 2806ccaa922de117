package se.vardrum.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class IceServersTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void withoutATurnServerThereIsNone() throws IOException {
        assertThat(new IceServers(new MockEnvironment().withProperty("vardrum.turn.urls", ""), NOON)
                        .of(UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void credentialsAreCoturnsAndRunOut(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("turn"), "north\n");
        var env = new MockEnvironment()
                .withProperty("vardrum.turn.urls", "turn:turn.example:3478,turns:turn.example:443?transport=tcp")
                .withProperty("vardrum.turn.secret-file", secret.toString())
                .withProperty("vardrum.turn.minutes", "60");
        var server = new IceServers(env, NOON).of(new UUID(0, 1)).getFirst();
        assertThat(server.urls()).containsExactly("turn:turn.example:3478", "turns:turn.example:443?transport=tcp");
        assertThat(server.username()).isEqualTo("1795611600:00000000-0000-0000-0000-000000000001");
        // printf '%s' USERNAME | openssl dgst -sha1 -hmac north -binary | base64
        assertThat(server.credential()).isEqualTo("ytb5mgSA/TKRlAW8pP93lgrtDHM=");
    }

    @Test
    void aTryOfTheNetworkHasANameOfItsOwnEachTimeForAMinute(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("turn"), "north\n");
        var env = new MockEnvironment()
                .withProperty("vardrum.turn.urls", "turn:turn.example:3478")
                .withProperty("vardrum.turn.secret-file", secret.toString());
        var servers = new IceServers(env, NOON);
        var probe = servers.probe().getFirst();
        assertThat(probe.username()).matches("1795608060:probe-[0-9a-f-]{36}");
        assertThat(servers.probe().getFirst().username()).isNotEqualTo(probe.username());
        assertThat(probe.credential())
                .hasSize(28)
                .isNotEqualTo(servers.of(new UUID(0, 1)).getFirst().credential());
    }

    @Test
    void aServerWithoutASecretIsSaidAtStart() {
        var env = new MockEnvironment().withProperty("vardrum.turn.urls", "turn:turn.example");
        assertThatThrownBy(() -> new IceServers(env, NOON)).hasMessageContaining("VARDRUM_TURN_SECRET_FILE");
    }
}
