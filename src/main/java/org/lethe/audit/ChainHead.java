package org.lethe.audit;

/**
 * The end of the chain. Kept outside of the database, it shows later whether anything before it was changed or cut off.
 *
 * @param seq the number of the last entry; 0 when there is none
 * @param hash the last entry's, in hexadecimal digits; zeros when there is none
 */
public record ChainHead(long seq, String hash) {

    /** Before the first entry. */
    static final ChainHead START = new ChainHead(0, "0".repeat(64));
}
