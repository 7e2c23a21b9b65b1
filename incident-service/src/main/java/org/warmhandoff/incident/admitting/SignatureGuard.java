package org.warmhandoff.incident.admitting;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.key.KeyHeader;
import org.warmhandoff.console.key.KeyHolder;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.BodyRules;
import org.warmhandoff.incident.KnownKey;
import org.warmhandoff.incident.SignedAttempt;
import org.warmhandoff.incident.SignedMessage;

/**
 * Stands before every door for systems whose requests must be signed. The body is held as it came
 * over the wire, compressed or not, and nothing of it is opened or read before its signature is
 * found right.
 */
class SignatureGuard {

  private static final Logger LOG = Logger.getLogger(SignatureGuard.class);

  /** Tells the way out that a request was signed. */
  private static final String SIGNED = SignatureGuard.class.getName();

  private static final int REFUSED = 400;

  private final IntegratorKeys keys;
  private final CheckSignature checkSignature;
  private final ClaimSignedRequest claimSignedRequest;
  private final SignedAttempt attempt;
  private final Caller caller;

  SignatureGuard(
      IntegratorKeys keys,
      CheckSignature checkSignature,
      ClaimSignedRequest claimSignedRequest,
      SignedAttempt attempt,
      Caller caller) {
    this.keys = keys;
    this.checkSignature = checkSignature;
    this.claimSignedRequest = claimSignedRequest;
    this.attempt = attempt;
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
    byte[] sealed = key.signingSecret();
    if (sealed == null) {
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
    byte[] body = request.getEntityStream().readNBytes(BodyRules.LARGEST + 1);
    if (body.length > BodyRules.LARGEST) {
      // A client that still sends would not see the answer: some of the rest is let run out.
      request.getEntityStream().skip(BodyRules.LARGEST);
      throw Problem.tooLarge("too-large", "A signed body is larger than this door takes.")
          .expected("at most 256 kB");
    }
    checkSignature.check(key, sealed, message, body);
    attempt.begin(key, message, body);
    request.setProperty(SIGNED, true);
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  /**
   * What was taken is known from now on, where that was not written with it. A read changes
   * nothing, and may come again.
   */
  @ServerResponseFilter
  void settle(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SIGNED) == null
        || request.getMethod().equals(HttpMethod.GET)
        || response.getStatus() >= REFUSED
        || !attempt.isOpen()) {
      return;
    }
    try {
      claimSignedRequest.claim();
    } catch (RuntimeException unknown) {
      // What was done for it is done, and harmless to do again: the answer stands.
      LOG.warnf("a signed request is not known if it comes again (%s)", unknown.getClass());
    }
  }

  private static boolean isLines(@Nullable String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).strip().startsWith(BodyRules.LINES);
  }
}
