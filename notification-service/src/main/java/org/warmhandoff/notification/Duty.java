package org.warmhandoff.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time on duty.
 *
 * @param span half-open interval [opens, closes)
 * @param zones codes of the municipalities it covers, nearest first; empty: all alike
 */
public record Duty(Window.Span span, List<String> zones) {
  public Duty {
    zones = List.copyOf(zones);
  }

  Duty(Window.Span span) {
    this(span, List.of());
  }

  /**
   * How far off a municipality is: its place among those covered, one more than all of them where
   * it is not; 0 where all are alike, or nobody knows yet where it is.
   */
  int distance(@Nullable String municipality) {
    if (zones.isEmpty() || municipality == null) {
      return 0;
    }
    int at = zones.indexOf(municipality);
    return at < 0 ? zones.size() : at;
  }
}
