package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.ProgramDrafts;
import org.warmhandoff.notification.ProgramSpec;

/** Puts a version of a program into force. Assignments already made keep theirs. */
@ApplicationScoped
public class PutProgram {

  private final ProgramDrafts drafts;

  PutProgram(ProgramDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * Puts it.
   *
   * @return the version in force now; the same as before where nothing changed
   * @throws org.warmhandoff.notification.Flaw where a field is missing or wrong
   */
  @Transactional
  public int put(String code, ProgramSpec given, String by) {
    return drafts.put(given.named(code), by);
  }
}
