package org.warmhandoff.notification;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a member of staff's own channels, as it is shown to them.
 *
 * @param kind sms, voice, email, push or webhook
 * @param shown the address, but for what somebody else who looks must not read
 * @param sent what became of the code that was sent there last; null where none was
 * @param waits whether a code can be entered now
 */
public record OwnChannel(
    UUID id, String kind, String shown, boolean verified, @Nullable String sent, boolean waits) {

  private static final int LAST = 2;

  /**
   * What is shown of an address: of a telephone its end, of a mailbox its beginning and its server,
   * of a device and of a system the server alone.
   */
  static String shown(String kind, String address) {
    return switch (kind) {
      case "push" -> URI.create(Device.read(address).endpoint()).getHost();
      case "webhook" -> URI.create(AgencySystem.read(address).url()).getHost();
      default -> masked(address);
    };
  }

  /** An address with all but its end, or all but its beginning and its server, left out. */
  static String masked(String address) {
    int at = address.indexOf('@');
    return at > 0
        ? address.charAt(0) + "…" + address.substring(at)
        : "… " + address.substring(Math.max(0, address.length() - LAST));
  }
}
