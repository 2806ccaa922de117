/**
 * The way to a booking: the draft, the three steps, the page that says it is done.
 */
@ApplicationModule(
        allowedDependencies = {"messaging", "invitation", "appointment", "directory", "patient", "access", "page"})
@NullMarked
package se.vardrum.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
