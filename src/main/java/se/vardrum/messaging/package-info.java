/**
 * Messages about a visit: written with the booking, sent afterwards by SMS or e-mail, and what became of them.
 */
@ApplicationModule(
        allowedDependencies = {"visit", "invitation", "appointment", "directory", "patient", "access", "page"})
@NullMarked
package se.vardrum.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
