package org.warmhandoff.testbed.sample.bad.two;

/** What the neighbour reaches for. */
public record Two(long millis) {}
