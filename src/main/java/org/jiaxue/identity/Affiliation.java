package org.jiaxue.identity;

import java.util.UUID;
import org.jiaxue.web.Words;

/**
 * The school and the class to which a guardian belongs.
 *
 * @param school the school's id among the organisations
 * @param county the code of the school's county, which need not be the guardian's own
 */
public record Affiliation(UUID school, String county, UUID classId, Words className) {}
