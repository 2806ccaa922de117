package se.vardrum.page;

import org.jspecify.annotations.Nullable;

/** The installation is not as it must be: one sentence for whoever starts it, which says what to do. */
public class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        this(sentence, null);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
