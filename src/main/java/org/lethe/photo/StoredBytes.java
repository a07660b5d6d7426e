package org.lethe.photo;

/** What stands on every storage: its length and its SHA-256 in hexadecimal. */
record StoredBytes(long bytes, String sha256) {}
