/**
 * What visitors see of the catalogue: a stage, a course, what answers a question; and the same
 * lessons for programs.
 */
@NullMarked
package org.jiaxue.catalogue.browsing;

import org.jspecify.annotations.NullMarked;
