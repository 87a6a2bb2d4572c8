/** Who signs: one key and one address, fixed when the product first starts. */
@NullMarked
package org.jiaxue.credentials.issuer;

import org.jspecify.annotations.NullMarked;
