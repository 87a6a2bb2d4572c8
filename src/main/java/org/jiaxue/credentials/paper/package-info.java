/**
 * A certificate on paper: the signed statement laid out on A4, as PDF/A-3b with the credential
 * inside, and the same sheet as a picture for a page.
 */
@NullMarked
package org.jiaxue.credentials.paper;

import org.jspecify.annotations.NullMarked;
