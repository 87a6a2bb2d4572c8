/** Schemes as data: layers, levels, criteria and periods, read from files and held to rules. */
@NullMarked
package org.jiaxue.licences.scheme;

import org.jspecify.annotations.NullMarked;
