package org.warmhandoff.eventing;

import org.warmhandoff.contracts.Event;

/** An event as it was heard: what happened, and its head. */
public record Fact<E extends Event>(Head head, E event) {}
