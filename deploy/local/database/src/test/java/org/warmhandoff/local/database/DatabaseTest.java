package org.warmhandoff.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @TempDir Path folder;
  private final int port = freePort();
  private final List<Process> keepers = new ArrayList<>();

  @AfterEach
  void letGo() throws IOException, InterruptedException {
    for (Process keeper : keepers) {
      keeper.getOutputStream().close();
      assertThat(keeper.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void commitsSurviveItsKeeperAndTheLeftoverServerIsTakenOver() throws Exception {
    Process first = keep();
    try (Connection owner = as("incident_owner");
        Statement statement = owner.createStatement()) {
      for (String setting : Durability.SETTINGS) {
        assertThat(one(statement, "show " + setting)).isEqualTo("on");
      }
      statement.execute("create table kept (id int)");
      statement.execute("insert into kept values (42)");
    }
    ProcessHandle leftover = server();
    assertThat(launch().waitFor()).as("a second keeper while the first lives").isEqualTo(1);
    assertThat(leftover.isAlive()).isTrue();
    first.destroyForcibly().waitFor();
    assertThat(leftover.isAlive()).isTrue();

    Process second = keep();

    assertThat(leftover.isAlive()).isFalse();
    assertThat(server().pid()).isNotEqualTo(leftover.pid());
    try (Connection app = as("incident_app");
        Statement statement = app.createStatement()) {
      assertThat(one(statement, "select id from kept")).isEqualTo("42");
      assertThatThrownBy(() -> statement.execute("drop table kept"))
          .hasMessageContaining("must be owner");
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url(), "incident_app", "wrong"))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> as("referral_app")).hasMessageContaining("permission denied");

    ProcessHandle last = server();
    second.getOutputStream().close();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(last.isAlive()).isFalse();
  }

  @Test
  void aPidFileOfAnotherProgramIsNotMistakenForTheServer() throws IOException {
    Path cluster = Files.createDirectories(folder.resolve("cluster"));
    Path note = cluster.resolve("postmaster.pid");
    Files.writeString(note, ProcessHandle.current().pid() + "\n" + cluster + "\n");
    assertThat(Postmaster.of(cluster)).isEmpty();
    assertThat(note).doesNotExist();
  }

  @Test
  void unpackingThatWasCutShortStartsAgain() throws IOException {
    Path half = Files.createDirectories(folder.resolve("PG-half/lib"));
    Path whole = Files.createDirectories(folder.resolve("PG-whole"));
    Files.createFile(whole.resolve(".exists"));
    List<Path> seen =
        new Binaries(folder)
            .whileLocked(
                binaries -> {
                  try (var entries = Files.list(binaries)) {
                    return entries.filter(Files::isDirectory).toList();
                  }
                });
    assertThat(seen).containsExactly(whole);
    assertThat(half).doesNotExist();
  }

  private Process keep() throws IOException {
    Process keeper = launch();
    assertThat(keeper.inputReader().readLine())
        .as(() -> "see " + folder.resolve("errors"))
        .isEqualTo("READY database localhost:" + port);
    return keeper;
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.warmhandoff.local.leash.Leash",
                Database.class.getName(),
                folder.toString(),
                Integer.toString(port))
            .redirectError(Redirect.appendTo(folder.resolve("errors").toFile()));
    Map<String, String> environment = builder.environment();
    environment.put(Database.ADMIN_PASSWORD, "secret");
    for (String database : Roles.DATABASES) {
      for (String role : List.of(database + "_owner", database + "_app")) {
        environment.put("HANDOFF_PASSWORD_" + role.toUpperCase(Locale.ROOT), "secret-" + role);
      }
    }
    Process keeper = builder.start();
    keepers.add(keeper);
    return keeper;
  }

  private ProcessHandle server() throws IOException {
    return Postmaster.of(folder.resolve("cluster")).orElseThrow().process();
  }

  private Connection as(String role) throws SQLException {
    return DriverManager.getConnection(url(), role, "secret-" + role);
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + port + "/incident";
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
