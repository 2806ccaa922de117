package se.vardrum.patient;

import java.util.UUID;

/** A person who receives care or acts for one. */
public record PersonId(UUID value) {}
