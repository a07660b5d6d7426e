package org.lethe.storage;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Pieces of memory in which files are gathered before they are written, used again and again. They lie outside of the
 * heap, where the operating system takes them from without a copy for each storage. Safe for use by many threads.
 */
final class Pieces {

    static final int BYTES = 512 << 10;

    /** Kept for those who come next; more of them may be out at a time. */
    private static final int MOST_KEPT = 32;

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(MOST_KEPT);

    /** An empty one. */
    ByteBuffer take() {
        ByteBuffer piece = free.poll();
        return piece == null ? allocated() : piece.clear();
    }

    private static ByteBuffer allocated() {
        return ByteBuffer.allocateDirect(BYTES + DirectWriting.ALIGNMENT)
                .alignedSlice(DirectWriting.ALIGNMENT)
                .limit(BYTES)
                .slice();
    }

    /** Gives back one that nobody writes from any more. One that is not given back is left to the garbage collector. */
    void giveBack(ByteBuffer piece) {
        free.offer(piece);
    }
}
