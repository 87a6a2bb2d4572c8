/** A lesson as it is read and heard: its page with the player, the text and the question. */
@NullMarked
package org.jiaxue.learning.lesson;

import org.jspecify.annotations.NullMarked;
