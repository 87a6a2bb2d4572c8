package org.jiaxue.web.look;

/** The lattice in a tile's window says what kind of thing is behind it. */
public enum Lattice {
    /** Nested squares: something to watch. */
    STEPS("jx-lattice-steps"),
    /** Cracked ice: something to read. */
    ICE("jx-lattice-ice"),
    /** Waves: something to listen to. */
    WAVES("jx-lattice-waves"),
    /** Diamonds: something to go to. */
    DIAMONDS("jx-lattice-diamonds");

    private final String symbol;

    Lattice(String symbol) {
        this.symbol = symbol;
    }

    /** The id of its drawing among the page's shared drawings. */
    public String symbol() {
        return symbol;
    }
}
