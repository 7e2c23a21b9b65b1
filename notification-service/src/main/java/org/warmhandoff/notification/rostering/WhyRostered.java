package org.warmhandoff.notification.rostering;

/** Why somebody else has a shift than the rota says, or nobody. */
public enum WhyRostered {
  UNWELL,
  AGREED,
  GAP,
  WORKLOAD,
  MISTAKE,
  OTHER
}
