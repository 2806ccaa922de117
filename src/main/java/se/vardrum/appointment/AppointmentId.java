package se.vardrum.appointment;

import java.util.UUID;

/** A booked visit. */
public record AppointmentId(UUID value) {}
