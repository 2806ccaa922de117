package se.vardrum.messaging;

/** A way out to people. */
interface Channel {

    /** Tries once, and returns when the other end has answered or will not. */
    Answer send(Outgoing message);

    /** True when the other end tells afterwards whether the message has arrived. */
    default boolean receipts() {
        return false;
    }

    /** What came of an attempt; a problem is the key of a text. */
    sealed interface Answer {
        /** The other end has taken it and answers for it now. */
        record Taken() implements Answer {}

        /** Not now: try again. */
        record Later(String problemKey) implements Answer {}

        /** Not ever, as it is. */
        record Never(String problemKey) implements Answer {}
    }

    /** Where there is no way out: staff must see that, rather than wait. */
    record None() implements Channel {
        @Override
        public Answer send(Outgoing message) {
            return new Answer.Never("messaging.problem.no-channel");
        }
    }

    /** A demo's way: nothing leaves the computer. */
    record Caught(Catcher catcher) implements Channel {
        @Override
        public Answer send(Outgoing message) {
            catcher.caught(message);
            return new Answer.Taken();
        }
    }
}
