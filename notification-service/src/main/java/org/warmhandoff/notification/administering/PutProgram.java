package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramSpec;
import org.warmhandoff.notification.ProgramVersion;
import org.warmhandoff.notification.Programs;

/** Puts a version of a program into force. Assignments already made keep theirs. */
@ApplicationScoped
public class PutProgram {

  private final Programs programs;
  private final InstantSource clock;

  PutProgram(Programs programs, InstantSource clock) {
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * Puts it.
   *
   * @return the version in force now; the same as before where nothing changed
   * @throws org.warmhandoff.notification.Flaw where a field is missing or wrong
   */
  @Transactional
  public int put(String code, ProgramSpec given, String by) {
    ProgramSpec spec = given.named(code);
    programs.lockCode(code);
    Optional<ProgramVersion> present = programs.present(code);
    if (present.isPresent() && present.get().body().equals(spec)) {
      return present.get().version();
    }
    int version = present.map(found -> found.version() + 1).orElse(1);
    Program program = Program.of(spec, version).fitToPut();
    present.ifPresent(ProgramVersion::superseded);
    programs.flush();
    programs.persist(new ProgramVersion(UUID.randomUUID(), program, spec, clock.instant(), by));
    return version;
  }
}
