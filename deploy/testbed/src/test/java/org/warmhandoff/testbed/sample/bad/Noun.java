package org.warmhandoff.testbed.sample.bad;

import org.warmhandoff.testbed.sample.bad.one.One;

/** A noun that knows a door. */
public record Noun(One one) {}
