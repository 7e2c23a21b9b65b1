package org.warmhandoff.bench.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The body of an answer that comes in chunks (RFC 9112, section 7.1). */
final class Chunks extends InputStream {

  private static final int OK = 200;
  private static final int HEX = 16;

  private final InputStream in;
  private int left;
  private boolean first = true;
  private boolean ended;

  private Chunks(InputStream in) {
    this.in = in;
  }

  /**
   * Reads the head, which must be of status 200.
   *
   * @throws IOException if it is any other, with what was answered
   */
  static Chunks after(InputStream in) throws IOException {
    String status = line(in);
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      chunked |= header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
    }
    if (!status.startsWith("HTTP/1.1 " + OK) || !chunked) {
      throw new IOException("the stream of lines was answered " + status);
    }
    return new Chunks(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int most) throws IOException {
    if (left == 0 && !ended) {
      if (!first) {
        line(in);
      }
      first = false;
      left = Integer.parseInt(line(in).strip(), HEX);
      ended = left == 0;
    }
    if (ended) {
      return -1;
    }
    int read = in.read(target, from, Math.min(most, left));
    if (read < 0) {
      throw new EOFException("the answer breaks off");
    }
    left -= read;
    return read;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException("no answer");
      }
      if (one != '\r') {
        line.append((char) one);
      }
    }
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII);
  }
}
