package se.vardrum.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.vardrum.page.CannotStart;
import se.vardrum.page.Site;

/** The server's one secret, from a file; every use of it goes through a key of its own, derived by purpose. */
@Component
public class Secret {

    private final byte[] key;

    Secret(Environment env, Site site) throws IOException {
        var named = env.getProperty("vardrum.secret-file", "");
        if (named.isBlank() && !site.embedded()) {
            throw new CannotStart("VARDRUM_SECRET_FILE is required with an own database: name a file with at"
                    + " least 32 random bytes in base64, the same on all nodes (openssl rand -base64 48).");
        }
        this.key = read(named.isBlank() ? made(site.home().resolve("secret")) : Path.of(named));
    }

    /** HMAC-SHA-256 of the message under this purpose's own key: 32 bytes. */
    public byte[] sign(String purpose, byte[] message) {
        return hmac(hmac(key, purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8)), message);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        byte[] key;
        try {
            key = Base64.getMimeDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " named by VARDRUM_SECRET_FILE cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("The secret in " + file + " is not base64.", e);
        }
        if (key.length < 32) throw new CannotStart("The secret in " + file + " is shorter than 32 bytes.");
        return key;
    }

    private static Path made(Path file) throws IOException {
        if (Files.exists(file)) return file;
        Files.createDirectories(file.getParent());
        var random = new byte[48];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(random));
        } catch (FileAlreadyExistsException e) {
            return file; // another start was faster
        }
        return file;
    }
}
