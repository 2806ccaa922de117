package se.vardrum.directory;

import java.util.UUID;

/** A person of the staff, whatever the role. */
public record PractitionerId(UUID value) {}
