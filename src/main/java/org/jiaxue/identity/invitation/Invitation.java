package org.jiaxue.identity.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.identity.Grant;
import org.jiaxue.web.StaffId;

/**
 * An invitation that is open.
 *
 * @param grant what whoever accepts it is granted
 * @param name whom it is meant for, at most 50 characters
 * @param note what the one who invites wants to say, at most 200 characters; empty mostly
 */
public record Invitation(
        UUID id, Grant grant, String name, String note, StaffId invitedBy, Instant expiresAt) {

    public static final int LONGEST_NAME = 50;
    public static final int LONGEST_NOTE = 200;
}
