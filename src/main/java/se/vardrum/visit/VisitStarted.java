package se.vardrum.visit;

import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.PractitionerRoleId;

/** A visit was started, and the starter is responsible from then on. Published inside the transaction that did it. */
public record VisitStarted(AppointmentId id, PractitionerRoleId by) {}
