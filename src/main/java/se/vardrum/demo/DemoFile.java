package se.vardrum.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The made-up people and places, as text files in src/main/resources/data. */
final class DemoFile {

    private DemoFile() {}

    static List<String[]> rows(String name) {
        return lines(name).stream().map(line -> line.split(";", -1)).toList();
    }

    static List<String> lines(String name) {
        try {
            return new ClassPathResource("data/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
