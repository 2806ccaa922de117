/**
 * The visit itself: who has arrived, who waits, who is let in, who is responsible, and the page where the call is held.
 */
@ApplicationModule(
        allowedDependencies = {"invitation", "appointment", "directory", "patient", "media", "access", "page"})
@NullMarked
package se.vardrum.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
