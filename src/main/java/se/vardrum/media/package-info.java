/**
 * Signalling between opaque participant ids, and the ICE servers with time-limited TURN credentials. Knows nothing of visits or people.
 */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package se.vardrum.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
