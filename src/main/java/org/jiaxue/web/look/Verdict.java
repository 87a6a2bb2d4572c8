package org.jiaxue.web.look;

/** What a check of a certificate came to. */
public enum Verdict {
    VALID,
    ALTERED,
    WITHDRAWN
}
