package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.notification.ProgramDraft;
import org.warmhandoff.notification.ProgramDrafts;
import org.warmhandoff.notification.Programs;

/** Every program in force as a page tells it. */
@ApplicationScoped
public class DescribePrograms {

  private final Programs programs;
  private final ProgramDrafts drafts;

  DescribePrograms(Programs programs, ProgramDrafts drafts) {
    this.programs = programs;
    this.drafts = drafts;
  }

  @Transactional
  public List<ProgramInWords> describe() {
    return programs.present().stream()
        .map(
            found ->
                ProgramInWords.of(
                    found.body(),
                    programs.version(found.code(), found.version()),
                    drafts.findByIdOptional(found.code()).map(ProgramDraft::savedBy).orElse("")))
        .toList();
  }
}
