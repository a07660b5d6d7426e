package org.lethe.upload;

/** What stands on every storage: its length and its SHA-256 in hexadecimal. */
record StoredBytes(long bytes, String sha256) {}
