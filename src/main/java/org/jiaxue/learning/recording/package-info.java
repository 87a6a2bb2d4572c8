/** Makes learning events of facts, keeps each once and has it earn. */
@NullMarked
package org.jiaxue.learning.recording;

import org.jspecify.annotations.NullMarked;
