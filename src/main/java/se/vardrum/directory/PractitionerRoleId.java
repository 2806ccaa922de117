package se.vardrum.directory;

import java.util.UUID;

/** A practitioner in one role at one unit. */
public record PractitionerRoleId(UUID value) {}
