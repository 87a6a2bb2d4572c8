/**
 * Data Integrity proofs of the kind {@code eddsa-rdfc-2022}: strict JSON in, a signed document or a
 * verdict out. Knows nothing of the database, of Spring or of the network.
 */
@NullMarked
package org.jiaxue.credentials.proof;

import org.jspecify.annotations.NullMarked;
