/**
 * What a fault did to what guardians had played.
 *
 * @param lost seconds that were answered 200 and are not there
 * @param neverClaimed seconds that are there and nobody claimed
 * @param paidWrongly entries paid twice, and balances that are not the sum of their entries
 */
record Damage(int lost, int neverClaimed, int paidWrongly) {

    static final Damage NONE = new Damage(0, 0, 0);

    Damage and(Damage other) {
        return new Damage(
                lost + other.lost,
                neverClaimed + other.neverClaimed,
                paidWrongly + other.paidWrongly);
    }

    @Override
    public String toString() {
        return "seconds lost %d  never claimed %d  paid wrongly %d"
                .formatted(lost, neverClaimed, paidWrongly);
    }
}
