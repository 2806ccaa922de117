/**
 * Persons and their patient profiles: who can be booked, and how they are reached.
 */
@ApplicationModule(allowedDependencies = {"access", "page"})
@NullMarked
package se.vardrum.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
