package org.warmhandoff.notification;

import java.net.InetAddress;
import org.warmhandoff.outbound.Target;

/** Where notices are sent that somebody names an address for. */
public final class Targets {

  private Targets() {}

  /**
   * Refuses what nothing will ever be sent to. A name that leads nowhere may come to lead
   * somewhere: where it leads is judged again at each attempt.
   *
   * @param pointer JSON pointer of where the address stands
   * @throws Flaw where it is no https address on the public network
   */
  public static void check(String url, String pointer, DeliverySettings settings) {
    if (Target.refusal(url, settings.allowPrivate(), InetAddress::getAllByName)
        .filter(why -> why != Target.Refusal.UNKNOWN_HOST)
        .isPresent()) {
      throw new Flaw(
          pointer, "an https address on the public network, without a user or a fragment");
    }
  }
}
