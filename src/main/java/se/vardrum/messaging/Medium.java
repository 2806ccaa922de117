package se.vardrum.messaging;

/** How a message goes out. */
public enum Medium {
    SMS,
    EMAIL
}
