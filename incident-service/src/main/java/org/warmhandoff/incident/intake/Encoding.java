package org.warmhandoff.incident.intake;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * Opens a body that came compressed. It is opened as it is read: what reads a bounded body reads no
 * more of a bomb than of any other.
 */
final class Encoding {

  private static final int CHUNK = 8 * 1024;

  private Encoding() {}

  /**
   * The body as it was before it was compressed.
   *
   * @throws Problem 400 where it says gzip and is none, 415 where it came in another encoding
   */
  static InputStream plain(HttpHeaders headers, InputStream body) {
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "identity", "" -> new LeftOpen(body);
      case "gzip", "x-gzip" -> new Gunzipped(body);
      default ->
          throw Problem.unsupported("encoding", "This door does not open this encoding.")
              .expected("gzip, or none");
    };
  }

  /** The body itself is the server's to close: it may still have to read what nobody asked for. */
  private static final class LeftOpen extends FilterInputStream {

    LeftOpen(InputStream body) {
      super(body);
    }

    @Override
    public void close() {}
  }

  /** A decompressor that can be given back without closing what it reads. */
  private static final class Opened extends GZIPInputStream {

    Opened(InputStream body) throws IOException {
      super(body, CHUNK);
    }

    void end() {
      inf.end();
    }
  }

  /** Opened with the first byte that is asked for, so that a broken one is answered like any. */
  private static final class Gunzipped extends InputStream {

    private final InputStream body;
    private @Nullable Opened open;

    Gunzipped(InputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        Opened stream = open;
        if (stream == null) {
          stream = new Opened(body);
          open = stream;
        }
        return stream.read(buffer, offset, length);
      } catch (ZipException | EOFException broken) {
        throw Problem.unreadable("encoding", "The body says it is gzip and is not.")
            .expected("a body compressed with gzip");
      }
    }

    @Override
    public void close() {
      Opened stream = open;
      if (stream != null) {
        stream.end();
      }
    }
  }
}
