package org.warmhandoff.console.key;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request carries its key: as a bearer token (RFC 6750 section 2.1), or in {@code
 * X-Api-Key} for systems that can set a header of their own and nothing else. Never in the address,
 * which ends up in logs.
 */
public final class KeyHeader {

  /** How every key begins, so that secret scanners know one and no token is taken for one. */
  public static final String PREFIX = "whk_";

  private static final String BEARER = "bearer ";

  private KeyHeader() {}

  /** The headers of a request. */
  @FunctionalInterface
  public interface Headers {

    /** The first header of this name, in whatever case it is written. */
    @Nullable String first(String name);
  }

  /**
   * What a request carries.
   *
   * @param key empty where two credentials were sent: which of them counts must not be guessed
   */
  record Carried(Optional<String> key) {}

  /** Whether a request comes with a key, sound or not. */
  public static boolean isIn(Headers headers) {
    return read(headers).isPresent();
  }

  static Optional<Carried> read(Headers headers) {
    String own = headers.first("X-Api-Key");
    String authorization = headers.first("Authorization");
    // What else gateways put into this header is none of ours.
    if (own != null && own.strip().startsWith(PREFIX)) {
      return Optional.of(
          new Carried(authorization == null ? Optional.of(own.strip()) : Optional.empty()));
    }
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    String token = authorization.substring(BEARER.length()).strip();
    return token.startsWith(PREFIX)
        ? Optional.of(new Carried(Optional.of(token)))
        : Optional.empty();
  }
}
