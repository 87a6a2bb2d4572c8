package org.jiaxue.learning;

import java.util.List;

/** New learning events were kept; published within their transaction. */
public record LearningRecorded(List<LearningEvent> events) {}
