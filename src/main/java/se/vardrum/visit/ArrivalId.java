package se.vardrum.visit;

import java.util.UUID;

/** One person's place in a visit; opaque to the others, it names them in signalling. */
public record ArrivalId(UUID value) {}
