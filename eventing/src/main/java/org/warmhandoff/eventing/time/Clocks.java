package org.warmhandoff.eventing.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which clock this service lives by. */
@ApplicationScoped
class Clocks {

  /**
   * @param file set in the local stack and in tests; without it business time is the database's
   */
  @Produces
  @ApplicationScoped
  BusinessClock clock(
      @ConfigProperty(name = "handoff.clock.file") Optional<Path> file, DataSource database) {
    return file.<BusinessClock>map(path -> new MovableClock(ClockFile.open(path)).start())
        .orElseGet(() -> new DatabaseClock(database).start());
  }

  void close(@Disposes BusinessClock clock) throws Exception {
    if (clock instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
