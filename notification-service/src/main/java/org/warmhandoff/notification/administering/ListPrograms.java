package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.notification.ProgramVersion;
import org.warmhandoff.notification.Programs;

/** Every program in force. */
@ApplicationScoped
public class ListPrograms {

  private final Programs programs;

  ListPrograms(Programs programs) {
    this.programs = programs;
  }

  @Transactional
  public List<ProgramVersion> list() {
    return programs.present();
  }
}
