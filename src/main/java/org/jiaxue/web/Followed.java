package org.jiaxue.web;

/** Says how far those who follow events, after what caused them was kept, have come. */
public interface Followed {

    /** How many events somebody has yet to follow, at this moment and over all processes. */
    long waiting();
}
