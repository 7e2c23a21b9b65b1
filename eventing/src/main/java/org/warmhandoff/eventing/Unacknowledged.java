package org.warmhandoff.eventing;

/** Somebody who was told and has not said so; CDI beans of this type are watched. */
public interface Unacknowledged {

  /** How long the longest has waited, in seconds; 0 where nobody does. */
  double oldestSeconds();
}
