package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Workers;

/** Says what a worker is able to do. */
@ApplicationScoped
public class PutSkills {

  private final Workers workers;

  PutSkills(Workers workers) {
    this.workers = workers;
  }

  /**
   * Replaces what was said before; it counts from the next decision on.
   *
   * @param skills codes, as programs name what they want
   * @throws Flaw at a code that is none
   */
  @Transactional
  public void put(UUID staff, List<String> skills) {
    List<String> codes = List.copyOf(Codes.all(skills, "/skills"));
    workers.lockedOrNew(staff).able(codes);
  }
}
