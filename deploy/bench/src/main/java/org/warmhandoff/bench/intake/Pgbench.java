package org.warmhandoff.bench.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.ground.Installation;

/** PostgreSQL's own benchmark program, which knows nothing but to send statements. */
record Pgbench(Ground ground, String database, Path script, int clients) {

  private static final Pattern DONE =
      Pattern.compile("number of transactions actually processed: (\\d+)");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) ");
  private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

  private static final String ROOM =
      """
      select current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int
        - (select count(*) from pg_stat_activity where backend_type = 'client backend')""";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * What a run did.
   *
   * @param perSecond transactions a second, without the time to connect
   */
  record Done(long transactions, double perSecond) {

    /** Reads what pgbench prints at its end. */
    static Done read(String printed) {
      Matcher failed = FAILED.matcher(printed);
      if (failed.find() && !failed.group(1).equals("0")) {
        throw new IllegalStateException("pgbench failed: " + printed);
      }
      return new Done(
          Long.parseLong(found(DONE, printed)), Double.parseDouble(found(RATE, printed)));
    }

    private static String found(Pattern pattern, String printed) {
      Matcher matcher = pattern.matcher(printed);
      if (!matcher.find()) {
        throw new IllegalStateException("pgbench says something else: " + printed);
      }
      return matcher.group(1);
    }
  }

  /** Which one is here, if there is one. */
  static Optional<String> version() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("pgbench", "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The others close what they do not use a while after their turn. */
  private void awaitRoom() throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Integer.parseInt(ground.text("postgres", ROOM)) < clients) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the server has no room for " + clients + " clients");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /**
   * Runs it.
   *
   * @param from the first transaction's count: none may be used twice
   */
  Done run(int seconds, long from) throws IOException, SQLException, InterruptedException {
    awaitRoom();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "pgbench",
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + clients,
                    "--jobs=" + Math.min(2, clients),
                    "--time=" + seconds,
                    "--define=i=" + from,
                    "--file=" + script,
                    "--host=localhost",
                    "--port=" + ground.databasePort(),
                    "--username=" + Installation.ROLE,
                    database))
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", ground.password());
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "pgbench failed: " + printed + Files.readString(script).substring(0, 400));
    }
    return Done.read(printed);
  }
}
