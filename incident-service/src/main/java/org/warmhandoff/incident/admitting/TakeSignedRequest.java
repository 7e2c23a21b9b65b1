package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.incident.KnownKey;
import org.warmhandoff.incident.SignedMessage;
import org.warmhandoff.incident.SignedRequests;
import org.warmhandoff.incident.SigningSecret;

/**
 * Takes a signed request, once. A replay is refused and not answered as the first was: of two
 * states with the same time the later arrival counts, so that a copy sent late could bring a state
 * back. Who got no answer signs the same message again with the time of the new attempt, which
 * nobody else can; as a report is the whole state, it is then taken, or unchanged.
 */
@ApplicationScoped
class TakeSignedRequest {

  private final SignedRequests taken;
  private final Seal master;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  TakeSignedRequest(SignedRequests taken, Seal master) {
    this.taken = taken;
    this.master = master;
  }

  /**
   * Takes it.
   *
   * @param body as it came
   * @throws Problem 403 where the signature is wrong or its time too far off, 409 where this
   *     attempt was taken before
   */
  @Transactional
  public void take(KnownKey key, SignedMessage message, byte[] body) {
    byte[] sealed = key.signingSecret();
    if (sealed == null) {
      return;
    }
    byte[] secret = SigningSecret.open(master, key.id(), sealed).bytes();
    if (!message.isSignedWith(secret, body)) {
      throw Problem.forbidden("wrong-signature", "The signature does not fit this request.")
          .at(SignedMessage.SIGNATURE)
          .expected("v1, and the HMAC-SHA256 over id.timestamp.body as sent, in base64");
    }
    Instant now = taken.wallClock();
    if (!message.isInTime(now)) {
      throw Problem.forbidden("signature-time", "The request was signed too long ago, or ahead.")
          .at(SignedMessage.TIMESTAMP)
          .expected("the time of this attempt, within five minutes");
    }
    sweep(now);
    if (!taken.claim(key, message)) {
      throw Problem.conflict("replayed", "This signed request was taken before.")
          .at(SignedMessage.TIMESTAMP)
          .expected("to send it again, a signature with the time of this attempt");
    }
  }

  /** Once in the time a request is known: what is dropped needs no more room than that. */
  private void sweep(Instant now) {
    Instant last = swept.get();
    if (last.plus(SignedMessage.TOLERANCE).isBefore(now) && swept.compareAndSet(last, now)) {
      taken.forget(now);
    }
  }
}
