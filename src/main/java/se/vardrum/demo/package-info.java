/**
 * Demo people, demo sign-in and the page that shows caught messages. On only as the README says.
 */
@ApplicationModule(
        allowedDependencies = {
            "booking",
            "overview",
            "messaging",
            "visit",
            "invitation",
            "appointment",
            "directory",
            "patient",
            "media",
            "access",
            "page"
        })
@NullMarked
package se.vardrum.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
