package org.lethe.serving;

/** The start-up checks have passed: whoever works on a schedule begins now. */
public record ServingBegan() {}
