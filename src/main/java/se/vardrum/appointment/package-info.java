/**
 * What is booked: visit type, search reason, time, participants. The database refuses double bookings.
 */
@ApplicationModule(allowedDependencies = {"directory", "patient", "access", "page"})
@NullMarked
package se.vardrum.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
