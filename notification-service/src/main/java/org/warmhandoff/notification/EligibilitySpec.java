package org.warmhandoff.notification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An eligibility rule as an administrator writes it; what is absent does not matter.
 *
 * @param domestic yes or any
 * @param charge any, laid or none
 * @param physical any, yes or no
 * @param arrest any, yes or no
 * @param status any, open or closed
 * @param relationship any, partner (NIBRS SE, CS, BG, XS, XR) or family
 * @param asked any or yes: whether an officer asked for a worker
 * @param risk any, raised (or high) or high, by the officers' risk screens
 * @param municipalities codes, one of which it must be; absent or empty: any
 * @param unknown by criterion, what an unknown means: wait (where absent), proceed or next-rung
 */
public record EligibilitySpec(
    @Nullable String domestic,
    @Nullable String charge,
    @Nullable String physical,
    @Nullable String arrest,
    @Nullable String status,
    @Nullable String relationship,
    @Nullable String asked,
    @Nullable String risk,
    @Nullable List<String> municipalities,
    @Nullable Map<String, String> unknown) {

  /** The criteria every rule had from the first release on. */
  public EligibilitySpec(
      @Nullable String domestic,
      @Nullable String charge,
      @Nullable String physical,
      @Nullable String arrest,
      @Nullable String status) {
    this(domestic, charge, physical, arrest, status, null, null, null, null, null);
  }

  /** A rule that asks for what every program asks for: a domestic incident. */
  public static EligibilitySpec usual() {
    return new EligibilitySpec(null, null, null, null, null);
  }
}
