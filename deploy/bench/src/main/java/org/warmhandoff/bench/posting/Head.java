package org.warmhandoff.bench.posting;

import java.nio.charset.StandardCharsets;

/**
 * The answer to the one request that is under way on a connection, as far as it has come.
 *
 * @param whole whether all of it is here
 * @param status the code; 0 while the head is not whole
 * @param retryAfter whether it says when to come again
 * @param closes whether the connection ends with it
 */
public record Head(boolean whole, int status, boolean retryAfter, boolean closes) {

  private static final Head PARTIAL = new Head(false, 0, false, false);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = 9;
  private static final int SHORTEST = 12;

  /** Reads what has come. */
  public static Head of(byte[] bytes, int length) {
    int end = endOfHead(bytes, length);
    if (end < SHORTEST) {
      return PARTIAL;
    }
    int status = 0;
    for (int i = STATUS_AT; i < SHORTEST; i++) {
      status = status * 10 + bytes[i] - '0';
    }
    long body = 0;
    boolean chunked = false;
    boolean retryAfter = false;
    boolean closes = false;
    int line = next(bytes, 0, end);
    while (line < end) {
      if (is(bytes, line, "content-length:")) {
        body = number(bytes, line + "content-length:".length());
      } else if (is(bytes, line, "transfer-encoding:")) {
        chunked = true;
      } else if (is(bytes, line, "retry-after:")) {
        retryAfter = true;
      } else if (is(bytes, line, "connection: close")) {
        closes = true;
      }
      line = next(bytes, line, end);
    }
    boolean whole = chunked ? endsWithLastChunk(bytes, end, length) : length >= end + body;
    return new Head(whole, status, retryAfter, closes);
  }

  /** Where the body begins, or 0. */
  private static int endOfHead(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n'
          && bytes[i - 1] == '\r'
          && bytes[i - 2] == '\n'
          && bytes[i - 3] == '\r') {
        return i + 1;
      }
    }
    return 0;
  }

  private static int next(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && bytes[i] != '\n') {
      i++;
    }
    return i + 1;
  }

  /** Whether a line begins with this, whatever the case of its letters. */
  private static boolean is(byte[] bytes, int from, String lower) {
    if (from + lower.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      byte one = bytes[from + i];
      int folded = one >= 'A' && one <= 'Z' ? one + 32 : one;
      if (folded != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static long number(byte[] bytes, int from) {
    int i = from;
    while (bytes[i] == ' ') {
      i++;
    }
    long number = 0;
    while (bytes[i] >= '0' && bytes[i] <= '9') {
      number = number * 10 + bytes[i++] - '0';
    }
    return number;
  }

  private static boolean endsWithLastChunk(byte[] bytes, int from, int length) {
    int at = length - LAST_CHUNK.length;
    if (at < from) {
      return false;
    }
    for (int i = 0; i < LAST_CHUNK.length; i++) {
      if (bytes[at + i] != LAST_CHUNK[i]) {
        return false;
      }
    }
    return true;
  }
}
