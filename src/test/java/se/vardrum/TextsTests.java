package se.vardrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two languages hold the same texts, and every text a page or rule asks for by name exists. */
class TextsTests {

    private static final Path TEXTS = Path.of("src/main/resources/text");
    private static final Pattern ASKED = Pattern.compile("\\.(say|count)\\(\\s*\"([a-z][\\w.-]*)\"\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void swedishAndEnglishHaveTheSameKeysWithTheSamePlaces() throws IOException {
        for (var module : modules()) {
            var sv = read(module, "sv");
            var en = read(module, "en");
            assertThat(en.keySet()).as(module).isEqualTo(sv.keySet());
            for (var key : sv.stringPropertyNames()) {
                assertThat(key).startsWith(module.equals("outbox") ? "outbox." : module + ".");
                assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(sv.getProperty(key)));
            }
        }
    }

    @Test
    void everyTextThatIsAskedForExists() throws IOException {
        var known = new TreeSet<String>();
        for (var module : modules()) known.addAll(read(module, "sv").stringPropertyNames());
        var missing = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (var file : sources.filter(it -> it.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                var asked = ASKED.matcher(Files.readString(file));
                while (asked.find()) {
                    var key = asked.group(2);
                    boolean found = asked.group(1).equals("say")
                            ? known.contains(key)
                            : known.contains(key + ".one") && known.contains(key + ".many");
                    if (!found) missing.add(key + " in " + file.getFileName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(TEXTS)) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private static Properties read(String module, String language) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(
                TEXTS.resolve(module).resolve("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(it -> it.group())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
