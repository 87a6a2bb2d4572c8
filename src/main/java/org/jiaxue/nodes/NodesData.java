package org.jiaxue.nodes;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Nothing of anybody: when jobs are due and which process does them. */
@Component
class NodesData implements PersonalData {

    NodesData() {}

    @Override
    public Keeps keeps() {
        return Keeps.in("nodes")
                .table("job")
                .nobody(
                        "when a job is due and which process does it",
                        "task_name",
                        "task_instance",
                        "task_data",
                        "picked_by");
    }
}
