/**
 * Points that wait for a person: they are set aside as they are credited, somebody decides, and the
 * guardian is told, may say something and may have somebody else look again.
 */
@NullMarked
package org.jiaxue.points.hold;

import org.jspecify.annotations.NullMarked;
