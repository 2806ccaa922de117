package se.vardrum.directory;

import java.util.UUID;

/** A care unit in the tree. */
public record CareUnitId(UUID value) {}
