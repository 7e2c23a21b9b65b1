package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.ProgramDrafts;

/** Throws a draft away. */
@ApplicationScoped
public class DiscardDraft {

  private final ProgramDrafts drafts;

  DiscardDraft(ProgramDrafts drafts) {
    this.drafts = drafts;
  }

  @Transactional
  public void discard(String code, String by) {
    drafts.discard(code, by);
  }
}
