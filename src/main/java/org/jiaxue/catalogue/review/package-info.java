/** What reviewers say of a lesson's edition, and how the lessons stand. */
@NullMarked
package org.jiaxue.catalogue.review;

import org.jspecify.annotations.NullMarked;
