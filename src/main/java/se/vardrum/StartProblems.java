package se.vardrum;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import se.vardrum.page.CannotStart;

/** Says why Vårdrum does not start in one sentence instead of a stack trace (registered in META-INF/spring.factories). */
class StartProblems implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof CannotStart) return new FailureAnalysis(it.getMessage(), null, it);
            if (it instanceof IllegalStateException
                    && String.valueOf(it.getMessage()).startsWith("VARDRUM_")) {
                return new FailureAnalysis(it.getMessage(), null, it);
            }
            if (it instanceof NoSuchFileException || it instanceof AccessDeniedException) {
                return new FailureAnalysis(
                        "A file that the settings name cannot be read: " + it.getMessage(), null, it);
            }
            if (it instanceof PortInUseException taken) {
                return new FailureAnalysis(
                        "Port " + taken.getPort()
                                + " is taken by another program: stop that one, or choose another in PORT.",
                        null,
                        it);
            }
        }
        return null;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(analysis.getDescription());
        if (analysis.getAction() != null) System.err.println(analysis.getAction());
    }
}
