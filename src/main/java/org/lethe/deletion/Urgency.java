package org.lethe.deletion;

/**
 * Which of the waiting messages goes first. The urgency of a deletion's pages falls with their number, so that a small
 * deletion overtakes a large one whose turn came earlier. As JMS has it, 9 is the most urgent and 0 the least
 * (Jakarta Messaging 3.1, 3.4.10).
 */
record Urgency(int jmsPriority) {

    /** What a person, the reconciler or a failed chunk sends by itself. */
    static final Urgency ALONE = new Urgency(4);

    private static final int FIRST_PAGE = 8;

    /** Of a page, from 0: 8 for the first, one less for each doubling, 0 from page 128 on. */
    static Urgency ofPage(int page) {
        int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(page);
        return new Urgency(Math.max(0, FIRST_PAGE - doublings));
    }
}
