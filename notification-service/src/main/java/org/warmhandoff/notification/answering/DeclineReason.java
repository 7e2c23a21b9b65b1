package org.warmhandoff.notification.answering;

import org.warmhandoff.notification.Codes;

/** Why a worker cannot take a page. A conflict is not explained further: it may touch a person. */
enum DeclineReason {
  BUSY,
  UNWELL,
  TOO_FAR,
  CONFLICT,
  OTHER;

  String code() {
    return Codes.of(this);
  }
}
