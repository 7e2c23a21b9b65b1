package org.warmhandoff.incident.admitting;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.key.KeyHeader;
import org.warmhandoff.console.key.KeyHolder;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.KnownKey;
import org.warmhandoff.incident.SignedMessage;

/**
 * Stands before every door for systems whose requests must be signed. The body is held as it came
 * over the wire, compressed or not, and nothing of it is opened or read before its signature is
 * found right.
 */
class SignatureGuard {

  /** The largest body a door reads, but for those that read lines without end. */
  private static final int LARGEST = 256 * 1024;

  private static final String LINES = "application/x-ndjson";

  private final IntegratorKeys keys;
  private final TakeSignedRequest takeSignedRequest;
  private final Caller caller;

  SignatureGuard(IntegratorKeys keys, TakeSignedRequest takeSignedRequest, Caller caller) {
    this.keys = keys;
    this.takeSignedRequest = takeSignedRequest;
    this.caller = caller;
  }

  /**
   * Lets a request pass that need not be signed, or is.
   *
   * @throws Problem 403 where it is not signed, or wrongly; 409 where it was taken before; 413; 415
   *     for a stream of lines, which would have to be taken before its end, and its signature with
   *     it, was known
   */
  @ServerRequestFilter
  void check(ContainerRequestContext request) throws IOException {
    if (!KeyHeader.isIn(request::getHeaderString)) {
      return;
    }
    Optional<KeyHolder> holder = caller.key();
    if (holder.isEmpty()) {
      return;
    }
    KnownKey key =
        keys.known(holder.get().id())
            .orElseThrow(() -> Problem.forbidden("not-allowed", "This key is not known any more."));
    if (!key.demandsSigning()) {
      return;
    }
    if (isLines(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
      throw Problem.unsupported(
              "unsigned-lines",
              "Requests with this key are signed, and a stream of lines has no signature.")
          .expected("single reports or a batch of events, or a key that need not sign");
    }
    SignedMessage message =
        SignedMessage.read(
            request.getHeaderString(SignedMessage.ID),
            request.getHeaderString(SignedMessage.TIMESTAMP),
            request.getHeaderString(SignedMessage.SIGNATURE));
    byte[] body = request.getEntityStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      // A client that still sends would not see the answer: some of the rest is let run out.
      request.getEntityStream().skip(LARGEST);
      throw Problem.tooLarge("too-large", "A signed body is larger than this door takes.")
          .expected("at most 256 kB");
    }
    takeSignedRequest.take(key, message, body);
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  private static boolean isLines(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).strip().startsWith(LINES);
  }
}
