package org.jiaxue.licences.wording;

/**
 * What a text may not say.
 *
 * @param found the words as they were written
 */
public record Objection(Ground ground, String found) {

    /** The message key of the sentence that says why; its argument is what was found. */
    public String key() {
        return "licences.refused." + ground.slug();
    }
}
