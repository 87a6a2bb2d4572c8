/** The name that a holder chooses to have on a certificate: in full, a surname, or none. */
@NullMarked
package org.jiaxue.credentials.naming;

import org.jspecify.annotations.NullMarked;
