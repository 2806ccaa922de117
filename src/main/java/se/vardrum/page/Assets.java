package se.vardrum.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Addresses of what bin/web built, with a mark of its content, so that no browser keeps yesterday's script for today's page. */
public final class Assets {

    private static final String MARK = mark();

    private Assets() {}

    public static String url(String name) {
        return "/assets/" + name + MARK;
    }

    private static String mark() {
        try (var file = Assets.class.getResourceAsStream("/static/assets/version.txt")) {
            return file == null ? "" : "?v=" + new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
