package org.jiaxue.catalogue;

import java.util.List;
import java.util.Optional;
import org.jiaxue.web.Words;

/**
 * The reflection question of a lesson, answered by choosing.
 *
 * @param choices two to six, exactly one of them right
 */
public record Question(Words ask, List<Choice> choices) {

    /**
     * One answer to choose.
     *
     * @param letter its name within the question, {@code a} to {@code f}
     * @param reply what is said to whoever chooses it
     */
    public record Choice(String letter, Words words, Words reply, boolean right) {}

    public Optional<Choice> choice(String letter) {
        return choices.stream().filter(choice -> choice.letter().equals(letter)).findFirst();
    }

    /** The right one. */
    public Choice right() {
        return choices.stream().filter(Choice::right).findFirst().orElseThrow();
    }
}
