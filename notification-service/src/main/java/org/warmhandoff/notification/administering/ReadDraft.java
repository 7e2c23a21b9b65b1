package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.warmhandoff.notification.ProgramDraft;
import org.warmhandoff.notification.ProgramDrafts;

/** The draft of a program. */
@ApplicationScoped
public class ReadDraft {

  private final ProgramDrafts drafts;

  ReadDraft(ProgramDrafts drafts) {
    this.drafts = drafts;
  }

  @Transactional
  public Optional<ProgramDraft> read(String code) {
    return drafts.findByIdOptional(code);
  }
}
