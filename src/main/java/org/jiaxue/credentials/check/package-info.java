/** What strangers are shown: the check page, documents, the DID document and status lists. */
@NullMarked
package org.jiaxue.credentials.check;

import org.jspecify.annotations.NullMarked;
