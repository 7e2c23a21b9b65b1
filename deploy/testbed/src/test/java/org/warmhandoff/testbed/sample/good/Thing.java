package org.warmhandoff.testbed.sample.good;

/** A noun that knows nobody. */
public record Thing(String name) {}
