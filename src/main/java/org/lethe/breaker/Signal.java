package org.lethe.breaker;

/**
 * What a node has found out about a storage and must still be stored.
 *
 * @param version of the breaker under which it was found out
 * @param isWell whether what was tried has succeeded; otherwise the storage does not answer
 * @param why the errors; empty when it is well
 */
record Signal(int version, boolean isWell, String why) {}
