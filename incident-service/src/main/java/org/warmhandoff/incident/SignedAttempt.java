package org.warmhandoff.incident;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * The signed request that is being answered, if it is one. It counts as taken with what is stored
 * for it, in the same transaction, and not before: whoever was refused for the moment, or got no
 * answer, may send the same bytes again.
 */
@RequestScoped
public class SignedAttempt {

  private final SignedRequests taken;
  private SignedRequests.@Nullable Claim attempt;
  private boolean settled;

  SignedAttempt(SignedRequests taken) {
    this.taken = taken;
  }

  /** A request whose signature was found right. */
  public void begin(KnownKey key, SignedMessage message, byte[] body) {
    attempt = new SignedRequests.Claim(key, message, body);
  }

  /** Whether it is still to be written down that it was taken. */
  public boolean isOpen() {
    return attempt != null && !settled;
  }

  /** What is to be written down with what is stored for it; null where nothing is. */
  public SignedRequests.@Nullable Claim toClaim() {
    return settled ? null : attempt;
  }

  /** It was written down. */
  public void claimed() {
    settled = true;
  }

  /** It was answered and not taken wholly: the same must be taken again. */
  public void leaveOpen() {
    settled = true;
  }

  /**
   * Writes down, within the caller's transaction, that it was taken; waits for a copy that is under
   * way.
   *
   * @throws Problem 409 where a copy was taken
   */
  public void claim() {
    if (attempt == null) {
      return;
    }
    if (!taken.claim(attempt)) {
      throw replayed();
    }
    settled = true;
  }

  /** What a copy is told. */
  public static Problem replayed() {
    return Problem.conflict("replayed", "This signed request was taken before.")
        .expected(
            "to send it again, a signature with the time of this attempt in "
                + SignedMessage.TIMESTAMP);
  }
}
