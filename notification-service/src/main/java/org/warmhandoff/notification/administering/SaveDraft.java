package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.ProgramDraft;
import org.warmhandoff.notification.ProgramDrafts;
import org.warmhandoff.notification.ProgramSpec;

/** Saves a change of a program that is not in force yet. */
@ApplicationScoped
public class SaveDraft {

  private final ProgramDrafts drafts;

  SaveDraft(ProgramDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * Saves it.
   *
   * @throws org.warmhandoff.notification.Flaw where a field is missing or wrong
   */
  @Transactional
  public ProgramDraft save(String code, ProgramSpec given, String by) {
    return drafts.save(given.named(code), by);
  }
}
