/**
 * Playing a lesson: a playback is started, beats claim what was played, and groups of them are
 * judged and kept together. The busiest road of the house.
 */
@NullMarked
package org.jiaxue.learning.playback;

import org.jspecify.annotations.NullMarked;
