package org.warmhandoff.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How staff are reached outside the app. Durations are wall-clock time. */
@ConfigMapping(prefix = "handoff.delivery")
public interface DeliverySettings {

  /** The gateway for text messages and calls; without one neither is sent. */
  Phone phone();

  /** The server letters are handed to; without one none is sent. */
  Mail mail();

  /** How notices reach a browser's push service; without keys none does. */
  Push push();

  /** Whether push services and agencies' systems may stand in a private network. */
  @WithDefault("false")
  boolean allowPrivate();

  /** Where telephones find the pages, and the gateway its doors: the front door. */
  @WithDefault("http://localhost:8080")
  URI pages();

  /** Where the gateway finds the door of this name; its signature covers this address. */
  default URI door(String name) {
    return pages().resolve("/notification/api/v1/telephone/" + name);
  }

  /** How long a gateway may take to answer. */
  @WithDefault("PT10S")
  Duration timeout();

  /** How long a channel has to confirm before the worker's next one is tried too. */
  @WithDefault("PT30S")
  Duration confirmWithin();

  /** A mail server (RFC 5321, submission as in RFC 6409). */
  interface Mail {

    Optional<String> host();

    @WithDefault("587")
    int port();

    Optional<String> user();

    Optional<String> secret();

    /** Whose letters they are. */
    Optional<String> from();

    /** Whether nothing is said before the connection is encrypted (STARTTLS, RFC 3207). */
    @WithDefault("true")
    boolean encrypted();
  }

  /** Who we are to push services (VAPID, RFC 8292): a pair of P-256 keys, in base64url. */
  interface Push {

    /** 65 bytes, the point uncompressed; browsers are given it. */
    Optional<String> publicKey();

    /** 32 bytes, the secret number. */
    Optional<String> privateKey();

    /** Whom a push service writes to when something is wrong, such as mailto:it@example.org. */
    Optional<String> subject();
  }

  /** A gateway that speaks as Twilio does. */
  interface Phone {

    /** Without a path, such as https://api.twilio.com. */
    Optional<URI> url();

    Optional<String> account();

    Optional<String> secret();

    /** The number it sends from. */
    Optional<String> from();
  }
}
