/**
 * What every page is built from: layout, fields, notices, texts in both languages, dates, phone numbers, error pages. Knows nobody.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.vardrum.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
