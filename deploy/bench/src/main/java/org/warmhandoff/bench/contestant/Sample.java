package org.warmhandoff.bench.contestant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One event of the benchmark. All of it follows from its number, so that every contestant is told
 * the same and what arrives can be recognised.
 *
 * @param id random to look at, as a database's index sees it
 */
public record Sample(long number, UUID id, UUID aggregate, long version, Instant time) {

  static final String SOURCE = "/bench";
  static final String TYPE = "org.warmhandoff.bench-told.v1";
  static final String POLICE_SERVICE = "windsor";
  static final String JURISDICTION = "CA-ON";

  private static final long EPOCH_MILLIS = 1_767_225_600_000L;
  private static final String START = "{\"number\":";
  private static final int DIGITS_AT = START.length();

  /** The event of this number. */
  public static Sample of(long number) {
    long key = number % Task.KEYS;
    return new Sample(
        number,
        new UUID(
            (mixed(number) & ~0xF000L) | 0x4000L,
            (mixed(~number) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L),
        new UUID(0x4000L | (key << 32), 0x8000000000000000L | key),
        number / Task.KEYS + 1,
        Instant.ofEpochMilli(EPOCH_MILLIS + number));
  }

  /** About four hundred bytes of JSON, of the kind the services tell. */
  public String body() {
    return START
        + number
        + ",\"incident\":\""
        + aggregate
        + "\",\"externalId\":\"W-"
        + number
        + "\",\"occurredAt\":\""
        + time
        + "\",\"type\":\"DVA\",\"status\":\"active\",\"domestic\":true,\"physical\":true,"
        + "\"zone\":\"America/Toronto\",\"scene\":{\"safe\":true,\"saidBy\":\""
        + id
        + "\",\"at\":\""
        + time
        + "\",\"suspect\":\"left\"},\"parties\":[{\"ref\":\"1\",\"role\":\"victim\"},"
        + "{\"ref\":\"2\",\"role\":\"allegedOffender\"}],\"district\":\"4\"}";
  }

  byte[] bytes() {
    return body().getBytes(StandardCharsets.UTF_8);
  }

  /** The number of the event with this body. */
  public static long numberIn(byte[] body) {
    long number = 0;
    for (int at = DIGITS_AT; at < body.length && body[at] != ','; at++) {
      int digit = body[at] - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("not a body of the benchmark");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The finaliser of MurmurHash3: different for every number. */
  private static long mixed(long number) {
    long x = number;
    x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }
}
