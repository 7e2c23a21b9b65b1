package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramVersion;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.Rota;
import org.warmhandoff.notification.RotaRow;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.WindowSpec;

/** Puts a rota entry. */
@ApplicationScoped
public class PutRotaEntry {

  private static final int CREW = 2;

  private final Programs programs;
  private final Rota rota;
  private final InstantSource clock;

  PutRotaEntry(Programs programs, Rota rota, InstantSource clock) {
    this.programs = programs;
    this.rota = rota;
    this.clock = clock;
  }

  /**
   * Puts it.
   *
   * @throws Flaw where the program is unknown, a crew is not two, or the window cannot be read
   */
  @Transactional
  public void put(
      UUID id, @Nullable String code, @Nullable List<UUID> staff, @Nullable WindowSpec window) {
    Program program =
        (code == null ? Optional.<ProgramVersion>empty() : programs.present(code))
            .map(found -> programs.version(found.code(), found.version()))
            .orElseThrow(() -> new Flaw("/program", "the code of a program in force"));
    if (staff == null || staff.isEmpty() || new HashSet<>(staff).size() != staff.size()) {
      throw new Flaw("/staff", "staff ids, each once");
    }
    if (program.staffing() == Program.Staffing.CREW_OF_TWO && staff.size() != CREW) {
      throw new Flaw("/staff", "the two of a crew");
    }
    if (window == null) {
      throw new Flaw("/window", "a window");
    }
    Window.of(window, program.zone(), "/window");
    RotaRow row = rota.findById(id);
    if (row == null) {
      rota.persist(new RotaRow(id, program, staff, window, clock.instant()));
    } else {
      row.put(program, staff, window, clock.instant());
    }
  }
}
