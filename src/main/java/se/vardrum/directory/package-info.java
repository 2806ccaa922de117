/**
 * Care units in a tree, practitioners and the roles they hold there; search and tree.
 */
@ApplicationModule(allowedDependencies = {"access", "page"})
@NullMarked
package se.vardrum.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
