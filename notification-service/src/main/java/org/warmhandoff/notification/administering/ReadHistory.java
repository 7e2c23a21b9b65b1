package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.notification.ProgramChange;
import org.warmhandoff.notification.ProgramHistory;

/** Who changed a program, and when. */
@ApplicationScoped
public class ReadHistory {

  private final ProgramHistory history;

  ReadHistory(ProgramHistory history) {
    this.history = history;
  }

  @Transactional
  public List<ProgramChange> read(String code) {
    return history.of(code);
  }
}
