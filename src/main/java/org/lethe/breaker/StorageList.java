package org.lethe.breaker;

import java.util.List;

/** Every storage, main first. */
public record StorageList(List<StorageView> items) {}
