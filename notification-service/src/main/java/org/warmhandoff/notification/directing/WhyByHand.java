package org.warmhandoff.notification.directing;

/** Why somebody steps in. A conflict is not explained further: it may touch a person. */
enum WhyByHand {
  NOT_NEEDED,
  ASKED_BY_OFFICER,
  OTHER_CALL_FIRST,
  WORKER_CANNOT,
  CONFLICT,
  MISTAKE,
  OTHER
}
