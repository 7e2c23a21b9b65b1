package org.warmhandoff.faults.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.warmhandoff.simulator.stack.LocalStack;

/** The processes of a program as they are now. */
public final class Processes {

  private Processes() {}

  /** A program's process; of the database its keeper, its server and all of that's backends. */
  public static List<ProcessHandle> of(LocalStack stack, String program) {
    List<ProcessHandle> all = new ArrayList<>();
    OptionalLong pid = stack.pid(program);
    if (pid.isPresent()) {
      ProcessHandle.of(pid.getAsLong()).ifPresent(all::add);
    }
    if (program.equals("database")) {
      postmaster(stack)
          .ifPresent(
              server -> {
                all.add(server);
                // A server's backends would finish what they do: a machine's end spares none.
                server.descendants().forEach(all::add);
              });
    }
    return all;
  }

  private static Optional<ProcessHandle> postmaster(LocalStack stack) {
    Path note = stack.data().resolve("database/cluster/postmaster.pid");
    try {
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()));
    } catch (IOException | RuntimeException justGone) {
      return Optional.empty();
    }
  }
}
