package org.warmhandoff.testbed;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.local.provision.Provision;

/** How each program of the stack is started, and what it needs around it. */
final class Programs {

  private static final List<String> DATABASES =
      List.of("incident", "notification", "referral", "analytics");
  private static final List<String> SERVICES =
      List.of(
          Access.INCIDENT_SERVICE,
          Access.NOTIFICATION_SERVICE,
          Access.REFERRAL_SERVICE,
          Access.ANALYTICS_SERVICE);

  private Programs() {}

  static Program of(String name, Path folder, ToIntFunction<String> ports) {
    Path data = folder.resolve(name);
    Path log = folder.resolve(name + ".log");
    return switch (name) {
      case "broker" ->
          new Program(
              name,
              "org.warmhandoff.local.broker.Broker",
              256,
              Map.of("HANDOFF_BROKER_ADMIN_PASSWORD", Passwords.ADMIN),
              arguments(data, ports.applyAsInt("broker"), ports.applyAsInt("controller")),
              log);
      case "database" ->
          new Program(
              name,
              "org.warmhandoff.local.database.Database",
              192,
              databasePasswords(),
              arguments(data, ports.applyAsInt("database")),
              log);
      case "identity" ->
          new Program(
              name,
              "org.warmhandoff.local.identity.Identity",
              96,
              Map.of(),
              arguments(data, ports.applyAsInt("identity")),
              log);
      default -> throw new IllegalArgumentException("no program " + name);
    };
  }

  private static List<String> arguments(Object... arguments) {
    return Stream.of(arguments).map(String::valueOf).toList();
  }

  private static Map<String, String> databasePasswords() {
    Map<String, String> all = new HashMap<>();
    all.put("HANDOFF_DATABASE_ADMIN_PASSWORD", Passwords.ADMIN);
    for (String database : DATABASES) {
      for (String role : List.of(database + "_owner", database + "_app")) {
        all.put("HANDOFF_PASSWORD_" + role.toUpperCase(Locale.ROOT), Passwords.of(role));
      }
    }
    return all;
  }

  /** The server itself, which outlives its keeper. */
  static Optional<ProcessHandle> postmaster(Path folder) {
    Path note = folder.resolve("database/cluster/postmaster.pid");
    try {
      return Files.exists(note)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().trim()))
          : Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + note, e);
    }
  }

  /** Topics, users and grants, as the administrator of an installation would create them. */
  static void provision(String servers) {
    Map<String, String> passwords = new HashMap<>();
    Access.shared()
        .forEach(grant -> passwords.put(grant.principal(), Passwords.of(grant.principal())));
    try (Provision provision = Loader.ours(() -> Provision.as(servers, Passwords.ADMIN))) {
      provision.shared(passwords);
      for (String agency : Stack.AGENCIES) {
        provision.agency(agency, Passwords.of(Access.principalOf(agency)));
      }
    }
  }

  /** The clock and the master keys the services read. */
  static void files(Path folder) {
    try {
      AeadConfig.register();
      for (String service : SERVICES) {
        Files.writeString(
            folder.resolve(service + "-master-key.json"),
            TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                InsecureSecretKeyAccess.get()));
      }
      TestClock.create(folder.resolve("clock"));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot prepare " + folder, e);
    }
  }
}
