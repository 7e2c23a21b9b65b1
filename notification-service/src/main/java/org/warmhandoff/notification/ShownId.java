package org.warmhandoff.notification;

import java.util.UUID;

/**
 * An id as a page shows it: its end, since ids of incidents that came in one burst begin alike, and
 * two calls must never look like one.
 */
public final class ShownId {

  private static final int SHOWN = 8;

  private ShownId() {}

  public static String of(UUID id) {
    String text = id.toString();
    return text.substring(text.length() - SHOWN);
  }
}
