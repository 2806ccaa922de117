/**
 * Links into a visit: one for each guest and one general. Made, opened, revoked, replaced.
 */
@ApplicationModule(allowedDependencies = {"appointment", "access", "page"})
@NullMarked
package se.vardrum.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
