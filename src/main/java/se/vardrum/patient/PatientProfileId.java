package se.vardrum.patient;

import java.util.UUID;

/** A way in which a person is a patient: in the own name, or through a proxy. */
public record PatientProfileId(UUID value) {}
