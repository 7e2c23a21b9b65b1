package org.warmhandoff.local.frontdoor;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the environment says about the front door. The same names serve the local stack and
 * containers.
 *
 * @param host address to listen on; loop-back unless told
 * @param port port to listen on; 0 takes a free one
 * @param upstreams first path segment to base address, in the order they are documented
 * @param maxHeaderBytes longest header block taken
 * @param maxBodyBytes longest request body passed on
 * @param connectTimeout how long a service may take to accept a connection
 * @param idleTimeout how long a request or an event stream may stay silent
 */
record Settings(
    String host,
    int port,
    Map<String, URI> upstreams,
    int maxHeaderBytes,
    long maxBodyBytes,
    Duration connectTimeout,
    Duration idleTimeout) {

  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("incident", "http://localhost:8081");
    DEFAULTS.put("referral", "http://localhost:8082");
    DEFAULTS.put("notification", "http://localhost:8083");
    DEFAULTS.put("analytics", "http://localhost:8084");
    DEFAULTS.put("identity", "http://localhost:8085");
  }

  /**
   * Reads HANDOFF_FRONT_DOOR_HOST, _PORT, _MAX_HEADER, _MAX_BODY (bytes), _CONNECT_TIMEOUT and
   * _IDLE_TIMEOUT (ISO 8601 durations), and HANDOFF_UPSTREAM_INCIDENT and so on for each service.
   *
   * @throws IllegalArgumentException naming the variable that cannot be used
   */
  static Settings from(Map<String, String> environment) {
    Map<String, URI> upstreams = new LinkedHashMap<>();
    DEFAULTS.forEach(
        (name, standard) -> {
          String variable = "HANDOFF_UPSTREAM_" + name.toUpperCase(Locale.ROOT);
          upstreams.put(name, upstream(variable, environment.getOrDefault(variable, standard)));
        });
    return new Settings(
        environment.getOrDefault("HANDOFF_FRONT_DOOR_HOST", "localhost"),
        (int) number(environment, "HANDOFF_FRONT_DOOR_PORT", 8080, 65_535),
        upstreams,
        (int) number(environment, "HANDOFF_FRONT_DOOR_MAX_HEADER", 16_384, 1 << 20),
        // History comes in one long stream; each service holds its other doors to much less.
        number(environment, "HANDOFF_FRONT_DOOR_MAX_BODY", 8L << 30, Long.MAX_VALUE),
        duration(environment, "HANDOFF_FRONT_DOOR_CONNECT_TIMEOUT", "PT2S"),
        duration(environment, "HANDOFF_FRONT_DOOR_IDLE_TIMEOUT", "PT2M"));
  }

  private static URI upstream(String variable, String value) {
    try {
      URI address = URI.create(value);
      if ("http".equals(address.getScheme())
          && address.getHost() != null
          && address.getRawPath().isEmpty()) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(variable + " is not an address: " + value, unreadable);
    }
    throw new IllegalArgumentException(
        variable + " must look like http://host:port, without a path: " + value);
  }

  private static long number(
      Map<String, String> environment, String variable, long standard, long most) {
    String value = environment.get(variable);
    if (value == null) {
      return standard;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException(variable + " is not a number: " + value, unreadable);
    }
    throw new IllegalArgumentException(variable + " is out of range: " + value);
  }

  private static Duration duration(
      Map<String, String> environment, String variable, String standard) {
    String value = environment.getOrDefault(variable, standard);
    try {
      return Duration.parse(value);
    } catch (java.time.format.DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          variable + " is not an ISO 8601 duration such as PT30S: " + value, unreadable);
    }
  }
}
