package org.warmhandoff.simulator.stack;

import java.util.List;
import org.warmhandoff.contracts.Access;

/**
 * The four services, always in this order: {@link #ROOTS} and {@link #PROGRAMS} name the same
 * service at the same place.
 */
public final class Services {

  /** As their databases and their paths behind the front door are called. */
  public static final List<String> ROOTS =
      List.of("incident", "notification", "referral", "analytics");

  /** As their programs and their principals at the broker are called. */
  public static final List<String> PROGRAMS =
      List.of(
          Access.INCIDENT_SERVICE,
          Access.NOTIFICATION_SERVICE,
          Access.REFERRAL_SERVICE,
          Access.ANALYTICS_SERVICE);

  private Services() {}
}
