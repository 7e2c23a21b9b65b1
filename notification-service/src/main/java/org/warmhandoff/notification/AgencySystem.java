package org.warmhandoff.notification;

import org.warmhandoff.outbound.WebhookSecret;

/**
 * A system of an agency's that calls one of its workers in its own way.
 *
 * @param url https
 * @param secret what it can tell our messages by
 */
public record AgencySystem(String url, WebhookSecret secret) {

  /** As it is kept, sealed. */
  public String kept() {
    return url + "\n" + secret.shown();
  }

  /** The other way round. */
  public static AgencySystem read(String kept) {
    String[] parts = kept.split("\n", -1);
    return new AgencySystem(parts[0], WebhookSecret.parse(parts[1]));
  }

  /** Without its address: this may end up in a log. */
  @Override
  public String toString() {
    return "AgencySystem[…]";
  }
}
