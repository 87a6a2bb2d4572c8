package org.jiaxue.regions;

/** The province that the settings name is none; the message says what to set instead. */
public final class UnknownProvince extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownProvince(String named) {
        super(
                "JIAXUE_PROVINCE must be the two digits of a province, such as 33, not "
                        + named.replaceAll("\\p{Cntrl}", " "));
    }
}
