package se.vardrum.booking;

import java.util.UUID;

/** A booking being written. It is also the key that makes it be booked once. */
public record DraftId(UUID value) {}
