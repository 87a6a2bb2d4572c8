/** Where officers find a certificate by its number and withdraw it. */
@NullMarked
package org.jiaxue.credentials.console;

import org.jspecify.annotations.NullMarked;
