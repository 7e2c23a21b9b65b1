package org.warmhandoff.eventing.repair;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.inbox.Note;
import org.warmhandoff.eventing.inbox.Repair.Why;
import org.warmhandoff.eventing.inbox.Ward;

/** Gives a record content that can be read. */
@ApplicationScoped
public class MendRecord {

  private final Ward ward;

  MendRecord(Ward ward) {
    this.ward = ward;
  }

  /**
   * @param headers an empty value removes one
   * @param body null to keep it
   * @throws org.warmhandoff.console.problem.Problem 404, 409 or 422 where nothing was changed
   */
  public void mend(
      long number, int edition, Map<String, String> headers, byte @Nullable [] body, Note note) {
    Ward.Mended mended = ward.mend(number, edition, headers, body, note);
    Why why = mended.why();
    if (why != null) {
      throw Refusals.of(why, mended.reason());
    }
  }
}
