package org.jiaxue.web.look;

import java.util.List;

/**
 * A scheme as a house. Layers are storeys from the ground up, levels are windows from left to
 * right; any number of either.
 *
 * @param title what the house says over its door
 * @param text one sentence below the title
 * @param storeys the layers, lowest first
 */
public record House(String title, String text, List<Storey> storeys) {
    /** Whether a layer's time is over or running, is the present one, or is yet to come. */
    public enum Time {
        PAST,
        NOW,
        LATER
    }

    /**
     * One layer.
     *
     * @param name of the layer, such as 7–9 岁
     * @param level words for the level reached, or that its time is yet to come
     * @param spoken the same as a sentence, for those who hear the page
     */
    public record Storey(String name, String level, String spoken, Time time, List<Pane> panes) {
        public Storey {
            panes = List.copyOf(panes);
        }
    }

    public House {
        storeys = List.copyOf(storeys);
    }
}
