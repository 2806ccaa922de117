/**
 * Who is acting, sign-in, the server secret, and the log of who looked at whose data.
 */
@ApplicationModule(allowedDependencies = {"page"})
@NullMarked
package se.vardrum.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
