package se.vardrum.visit;

import se.vardrum.appointment.AppointmentId;

/** A visit was ended for all. Published inside the transaction that did it. */
public record VisitEnded(AppointmentId id) {}
