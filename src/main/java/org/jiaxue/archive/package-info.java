/**
 * Months that are over, put away into compressed files: the files, what says that they count, and
 * how they come back. What is put away belongs to the rooms that implement {@link
 * org.jiaxue.archive.Monthly}.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.jiaxue.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
