package org.warmhandoff.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a member of staff's own channels, as it is shown to them.
 *
 * @param kind sms, voice or email
 * @param shown the address, but for what somebody else who looks must not read
 * @param sent what became of the code that was sent there last; null where none was
 * @param waits whether a code can be entered now
 */
public record OwnChannel(
    UUID id, String kind, String shown, boolean verified, @Nullable String sent, boolean waits) {

  private static final int LAST = 2;

  /** An address with all but its end, or all but its beginning and its server, left out. */
  static String masked(String address) {
    int at = address.indexOf('@');
    return at > 0
        ? address.charAt(0) + "…" + address.substring(at)
        : "… " + address.substring(Math.max(0, address.length() - LAST));
  }
}
