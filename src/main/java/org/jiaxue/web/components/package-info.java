/**
 * Shows every component in every state, for those who build pages and for the accessibility test.
 */
@NullMarked
package org.jiaxue.web.components;

import org.jspecify.annotations.NullMarked;
