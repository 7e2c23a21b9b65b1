package org.warmhandoff.incident.intake;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a body, keeps its beginning, and hands it out in pieces as a net does. */
final class Counted extends FilterInputStream {

  private final int piece;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private long bytes;

  /**
   * Reads on from a stream.
   *
   * @param piece the most bytes at once
   */
  Counted(InputStream stream, int piece) {
    super(stream);
    this.piece = piece;
  }

  long bytes() {
    return bytes;
  }

  /** The first of them, as many as a report may have. */
  byte[] begun() {
    return begun.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, Math.min(piece, length));
    if (read > 0) {
      bytes += read;
      begun.write(buffer, offset, Math.min(read, IncidentResource.LARGEST - begun.size()));
    }
    return read;
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    bytes += skipped;
    return skipped;
  }
}
