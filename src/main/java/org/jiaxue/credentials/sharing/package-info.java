/** Links by which a holder shows a certificate with their name on it, until a day they choose. */
@NullMarked
package org.jiaxue.credentials.sharing;

import org.jspecify.annotations.NullMarked;
