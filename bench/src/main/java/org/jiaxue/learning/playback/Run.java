package org.jiaxue.learning.playback;

/**
 * One run of a load.
 *
 * @param perSecond what was done in a second, in the figure's unit
 * @param p50 half of the requests (or transactions) took no longer, in milliseconds
 * @param p99 99 of 100 took no longer, in milliseconds
 */
record Run(double perSecond, double p50, double p99) {}
