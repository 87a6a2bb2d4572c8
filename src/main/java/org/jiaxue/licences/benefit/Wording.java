package org.jiaxue.licences.benefit;

import java.time.Instant;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * An offer's words in one version.
 *
 * @param version from 1; a mended one is one higher
 * @param readBy the second officer, who let it open; null while it waits for one
 */
public record Wording(
        int version, Promise promise, StaffId by, Instant at, @Nullable StaffId readBy) {}
