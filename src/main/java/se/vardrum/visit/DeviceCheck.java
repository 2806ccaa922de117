package se.vardrum.visit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.ParticipantId;

/** What a participant's newest try of camera, microphone, speaker and network came to. */
public record DeviceCheck(ParticipantId participant, Instant at, Found found) {

    /**
     * Coarse technical facts.
     *
     * @param way how the network reached the TURN server; NONE when it did not or there is none
     * @param roundTrip milliseconds; null when not measured
     * @param kbits kilobits a second; null when not measured
     * @param version the browser's major one; null when it does not tell
     */
    public record Found(
            Device camera,
            Device microphone,
            Speaker speaker,
            Network network,
            Way way,
            @Nullable Integer roundTrip,
            @Nullable Integer kbits,
            Browser browser,
            @Nullable Integer version,
            Platform platform) {

        boolean has(Problem it) {
            return switch (it) {
                case NETWORK_BLOCKED -> network == Network.BLOCKED;
                case NETWORK_POOR -> network == Network.POOR;
                case MICROPHONE -> microphone.failed();
                case CAMERA -> camera.failed();
                case SPEAKER -> speaker == Speaker.NOT_HEARD;
            };
        }

        /** False for what our page never tells, and no table takes. */
        public boolean possible() {
            boolean measured = network == Network.GOOD || network == Network.WEAK || network == Network.POOR;
            if (measured && (way == Way.NONE || roundTrip == null || kbits == null)) return false;
            if (!measured && (way != Way.NONE || kbits != null)) return false;
            boolean swapped = camera == Device.SILENT || microphone == Device.DARK;
            return !swapped && (version == null || version > 0);
        }

        boolean complete() {
            return camera == Device.OK
                    && microphone == Device.OK
                    && speaker == Speaker.OK
                    && network != Network.SKIPPED
                    && network != Network.FAULT;
        }
    }

    /** DARK is of a camera alone, SILENT of a microphone. */
    public enum Device {
        OK,
        DARK,
        SILENT,
        SKIPPED,
        NO_ANSWER,
        DISMISSED,
        DENIED,
        SYSTEM,
        MISSING,
        BUSY,
        INSECURE,
        IN_APP,
        OLD,
        UNKNOWN;

        boolean failed() {
            return this != OK && this != SKIPPED;
        }
    }

    public enum Speaker {
        OK,
        NOT_HEARD,
        SKIPPED
    }

    /** DIRECT: there is no TURN server to try. FAULT: ours, not theirs. */
    public enum Network {
        GOOD,
        WEAK,
        POOR,
        BLOCKED,
        DIRECT,
        FAULT,
        SKIPPED
    }

    public enum Way {
        UDP,
        TCP,
        TLS,
        NONE
    }

    public enum Browser {
        CHROME,
        EDGE,
        FIREFOX,
        SAFARI,
        SAMSUNG,
        OTHER
    }

    public enum Platform {
        IPHONE,
        ANDROID,
        WINDOWS,
        MAC,
        OTHER
    }

    /** What somebody may have to help with, the worst first. */
    public enum Problem {
        NETWORK_BLOCKED,
        MICROPHONE,
        SPEAKER,
        CAMERA,
        NETWORK_POOR;

        /** As in the names of texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Outcome {
        OK,
        PARTLY,
        FAILED
    }

    public List<Problem> problems() {
        return Stream.of(Problem.values()).filter(found::has).toList();
    }

    /** PARTLY: nothing failed, and not everything was tried. */
    public Outcome outcome() {
        if (!problems().isEmpty()) return Outcome.FAILED;
        return found.complete() ? Outcome.OK : Outcome.PARTLY;
    }
}
