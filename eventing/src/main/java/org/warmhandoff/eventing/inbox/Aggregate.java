package org.warmhandoff.eventing.inbox;

import java.util.UUID;

/** What versions are counted by: an aggregate on its topic. */
record Aggregate(String topic, UUID subject) {}
