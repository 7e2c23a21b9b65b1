package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.ProgramDrafts;

/** Puts a draft into force. Assignments already made keep their version. */
@ApplicationScoped
public class PublishDraft {

  private final ProgramDrafts drafts;

  PublishDraft(ProgramDrafts drafts) {
    this.drafts = drafts;
  }

  @Transactional
  public int publish(String code, String by) {
    return drafts.publish(code, by);
  }
}
