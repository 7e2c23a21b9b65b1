package org.warmhandoff.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts PostgreSQL on a data folder with everything on that makes a commit survive a crash, brings
 * its databases and roles to what the services need, and stops it when this process ends.
 *
 * <p>Arguments: data folder, port (loopback only). Passwords come from the environment: {@value
 * #ADMIN_PASSWORD} for the superuser, which must stay the same for the folder's life, and
 * HANDOFF_PASSWORD_INCIDENT_OWNER, HANDOFF_PASSWORD_INCIDENT_APP and so on for the roles, which are
 * set anew at each start.
 */
public final class Database {

  static final String ADMIN_PASSWORD = "HANDOFF_DATABASE_ADMIN_PASSWORD";
  static final String SUPERUSER = "postgres";
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private Database() {}

  /**
   * Prints {@code READY database localhost:<port>} on standard output when it serves, and ends with
   * status 1 when the server does.
   *
   * @throws IllegalStateException if a setting that protects data is off, or the folder is in use
   */
  public static void main(String[] args) throws IOException, SQLException, InterruptedException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: Database <data folder> <port>");
    }
    Path folder = Path.of(args[0]).toAbsolutePath().normalize();
    int port = Integer.parseInt(args[1]);
    Passwords passwords = Passwords.from(System.getenv());
    Path cluster = folder.resolve("cluster");
    Files.createDirectories(folder);
    KeeperLock.take(folder);

    Postmaster.of(cluster).ifPresent(Postmaster::stop);
    EmbeddedPostgres server =
        Binaries.besideThisJar()
            .whileLocked(binaries -> start(binaries, folder, cluster, port, passwords.admin()));
    Postmaster postmaster =
        Postmaster.of(cluster)
            .orElseThrow(() -> new IllegalStateException("the server is gone already"));
    AtomicBoolean ending = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ending.set(true);
                  postmaster.stop();
                },
                "database-shutdown"));

    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      Durability.check(connection);
      new Roles(passwords, database -> server.getDatabase(SUPERUSER, database).getConnection())
          .establish(connection);
    }
    System.out.println("READY database localhost:" + port);
    postmaster.awaitEnd();
    if (!ending.get()) {
      System.err.println("database: PostgreSQL ended; see " + folder.resolve("postgresql.log"));
      System.exit(1);
    }
  }

  private static EmbeddedPostgres start(
      Path binaries, Path folder, Path cluster, int port, String password) throws IOException {
    Path passwordFile =
        Files.createTempFile(
            "initdb",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(passwordFile, password);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(binaries.toFile())
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(STARTUP)
              .setPort(port)
              .setOutputRedirector(Redirect.appendTo(folder.resolve("postgresql.log").toFile()))
              .setConnectConfig("password", password)
              // These three are options of initdb: passwords are asked from the first start on, and
              // the collation is PostgreSQL's own, which no update of the C library can change.
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "64MB")
              .setServerConfig("timezone", "UTC")
              .setServerConfig("log_timezone", "UTC")
              // Plans are short here: compiling them costs more than it saves.
              .setServerConfig("jit", "off");
      Durability.SETTINGS.forEach(name -> builder.setServerConfig(name, "on"));
      return builder.start();
    } finally {
      Files.delete(passwordFile);
    }
  }
}
