package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.incident.KnownKey;
import org.warmhandoff.incident.SignedAttempt;
import org.warmhandoff.incident.SignedMessage;
import org.warmhandoff.incident.SignedRequests;
import org.warmhandoff.incident.SigningSecret;

/**
 * Checks a signed request. A copy of one that was taken is refused and not answered as the first
 * was: of two states with the same time the later arrival counts, so that a copy sent late could
 * bring a state back. Who got no answer may send the same bytes: they are taken, or were.
 */
@ApplicationScoped
class CheckSignature {

  private final SignedRequests taken;
  private final Seal master;

  CheckSignature(SignedRequests taken, Seal master) {
    this.taken = taken;
    this.master = master;
  }

  /**
   * Checks it.
   *
   * @param sealed the key's signing secret
   * @param body as it came
   * @throws Problem 403 where the signature is wrong or its time too far off, 409 where this
   *     attempt was taken before
   */
  @Transactional
  public void check(KnownKey key, byte[] sealed, SignedMessage message, byte[] body) {
    byte[] secret = SigningSecret.open(master, key.id(), sealed).bytes();
    if (!message.isSignedWith(secret, body)) {
      throw Problem.forbidden("wrong-signature", "The signature does not fit this request.")
          .expected(
              "in "
                  + SignedMessage.SIGNATURE
                  + " v1, and the HMAC-SHA256 over id.timestamp.body as sent, in base64");
    }
    Instant now = taken.wallClock();
    if (!message.isInTime(now)) {
      throw Problem.forbidden("signature-time", "The request was signed too long ago, or ahead.")
          .expected(
              "in " + SignedMessage.TIMESTAMP + " the time of this attempt, within five minutes");
    }
    if (taken.knows(key, message, body)) {
      throw SignedAttempt.replayed();
    }
  }
}
