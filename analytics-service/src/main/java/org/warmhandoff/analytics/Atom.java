package org.warmhandoff.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The finest piece a measure is counted in; every group of every table is a sum of these.
 *
 * @param week Monday of the week of receipt, in the jurisdiction's zone; null while the incident
 *     itself was not heard of
 * @param policeService code
 * @param program code, or {@link #NOT_OPENED}
 * @param mode how help is given, in the API's spelling, or {@link #NOT_OPENED}
 */
public record Atom(@Nullable LocalDate week, String policeService, String program, String mode) {

  /** Where no program's assignment was opened, or a referral names no program. */
  public static final String NOT_OPENED = "not-opened";
}
