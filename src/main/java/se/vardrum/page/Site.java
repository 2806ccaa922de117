package se.vardrum.page;

import java.nio.file.Path;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.stereotype.Component;

/** This installation: its address in links (never taken from a Host header), its home folder, whether it is a demo. */
@Component
public class Site {

    private final String url;
    private final Path home;
    private final boolean demo;
    private final boolean embedded;

    Site(Environment env) {
        this.url = env.getProperty("vardrum.url", "").replaceAll("/+$", "");
        this.home = Path.of(env.getProperty("vardrum.home", "./var"))
                .toAbsolutePath()
                .normalize();
        this.demo = demo(env);
        this.embedded = embedded(env);
    }

    /** "https://vardrum.example", with no slash at the end. */
    public String url() {
        return url;
    }

    public Path home() {
        return home;
    }

    public boolean demo() {
        return demo;
    }

    /** True on the embedded default database. */
    public boolean embedded() {
        return embedded;
    }

    private static boolean embedded(Environment env) {
        return env.getProperty("vardrum.database.url", "").isBlank();
    }

    private static boolean demo(Environment env) {
        var asked = env.getProperty("vardrum.demo", "");
        return asked.isBlank() ? embedded(env) : Boolean.parseBoolean(asked);
    }

    /** For what exists only in a demo. */
    public static class Demo implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return demo(context.getEnvironment());
        }
    }

    /** For what exists only on the embedded database. */
    public static class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return embedded(context.getEnvironment());
        }
    }
}
