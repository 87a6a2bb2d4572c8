package org.jiaxue.learning;

import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/** New learning events were kept; published within their transaction. */
@DomainEvent
public record LearningRecorded(List<LearningEvent> events) {}
