package org.jiaxue.web;

/** What staff may be granted to do at a node of the region or organisation tree. */
public enum Deed {
    READ_FIGURES,
    RUN_ACTIVITY,
    REVOKE_CREDENTIAL,
    EDIT_LIBRARY
}
