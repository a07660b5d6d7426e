package org.lethe.redrive;

/** How far a redrive has come, as a whole and in its present run, at one moment. */
record RedriveProgress(Counts counts, RunCounts run) {}
