package org.warmhandoff.referral;

import java.util.Locale;

/** What moved a referral. */
public enum Door {
  CONSENT,
  WITHDRAWAL,
  TOPIC,
  API,
  PAGE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
