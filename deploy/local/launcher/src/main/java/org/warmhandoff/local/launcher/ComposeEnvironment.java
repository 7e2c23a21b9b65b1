package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.warmhandoff.contracts.Access;

/**
 * What docker-compose.yml needs beside it, made once for an installation: an {@code .env} of random
 * passwords, the master keys, and the identity provider's realm. What was lost cannot be made
 * again.
 */
final class ComposeEnvironment {

  /** Whom the containers run as where root made the files; the image's own user. */
  private static final int IMAGE_USER = 10_001;

  private static final String ENVIRONMENT = ".env";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> all = new LinkedHashMap<>();

  private ComposeEnvironment() {}

  /**
   * Writes the files.
   *
   * @throws Trouble where there are some already: writing over them would lock the data away
   */
  static void write(Installation installation, Path to) {
    Path environment = to.resolve(ENVIRONMENT);
    Path folder = to.resolve(".handoff").resolve("compose");
    for (Path present : new Path[] {environment, folder}) {
      if (Files.exists(present)) {
        throw new Trouble(
            """
            %s is there already. It opens what the volumes of that installation hold, so it is not
            written over. Keep a copy of it and of %s with your backups."""
                .formatted(present, folder));
      }
    }
    try {
      new ComposeEnvironment().write(DemoPeople.in(installation), to, folder);
    } catch (IOException e) {
      throw new Trouble("cannot write the files of the installation: " + e.getMessage(), e);
    }
    Say.line("Made " + environment + " and " + folder + ": passwords, master keys and realm.");
    Say.line("Keep a copy of both with your backups; docs/compose.md says how to go on.");
  }

  private void write(DemoPeople people, Path to, Path folder) throws IOException {
    Path keys = folder(folder.resolve("keys"), "rwx------");
    Path realm = folder(folder.resolve("realm"), "rwxr-xr-x");
    for (Stack.Service service : Stack.Service.values()) {
      Secrets.write(keys, service.principal() + ".json", Secrets.keyset());
    }
    int[] owner = giveToContainers(keys);
    all.put("HANDOFF_RUN_AS", owner[0] + ":" + owner[1]);
    all.put("HANDOFF_FILES", folder.toString());
    all.put("HANDOFF_PORT", "8080");
    all.put("HANDOFF_KAFKA_PORT", "8092");
    all.put("HANDOFF_GRAFANA_PORT", "3000");
    all.put("KAFKA_CLUSTER_ID", Uuid.randomUuid().toString());
    passwords(people);
    // It names its secrets and holds none: Keycloak puts in what its container is given.
    Path realmFile = realm.resolve(KeycloakRealm.NAME + "-realm.json");
    Files.writeString(realmFile, KeycloakRealm.of(people).toPrettyString());
    Files.setPosixFilePermissions(realmFile, PosixFilePermissions.fromString("rw-r--r--"));
    Secrets.write(folder, "clients.json", clients(people).toPrettyString());
    // Last: an .env says that everything it speaks of is there.
    Secrets.write(to, ENVIRONMENT, asFile());
  }

  private void passwords(DemoPeople people) {
    all.put("POSTGRES_PASSWORD", Secrets.random());
    all.put("IDENTITY_DATABASE_PASSWORD", Secrets.random());
    all.put("KEYCLOAK_ADMIN_PASSWORD", Secrets.random());
    all.put("GRAFANA_ADMIN_PASSWORD", Secrets.random());
    all.put("HANDOFF_STATE_SECRET", Secrets.random() + Secrets.random());
    for (Stack.Service service : Stack.Service.values()) {
      all.put(service.upper() + "_OWNER_PASSWORD", Secrets.random());
      all.put(service.upper() + "_APP_PASSWORD", Secrets.random());
    }
    all.put(kafka(Stack.ADMIN), Secrets.random());
    for (Access.Grant grant : Access.shared()) {
      all.computeIfAbsent(kafka(grant.principal()), none -> Secrets.random());
    }
    for (String agency : DemoConfiguration.agencies()) {
      all.put(kafka(Access.principalOf(agency)), Secrets.random());
    }
    for (JsonNode client : people.clients()) {
      all.put(KeycloakRealm.secretOf(client.path("clientId").asText()), Secrets.random());
    }
    all.put(KeycloakRealm.secretOf(KeycloakRealm.PEOPLE), Secrets.random());
  }

  /** The variable with a principal's Kafka password. */
  static String kafka(String principal) {
    return "KAFKA_PASSWORD_" + principal.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** As {@code ./handoff replay --secrets} reads them. */
  private ObjectNode clients(DemoPeople people) {
    ObjectNode secrets = JSON.createObjectNode();
    for (JsonNode client : people.clients()) {
      String id = client.path("clientId").asText();
      secrets.put(id, all.get(KeycloakRealm.secretOf(id)));
    }
    secrets.put(KeycloakRealm.PEOPLE, all.get(KeycloakRealm.secretOf(KeycloakRealm.PEOPLE)));
    return secrets;
  }

  private String asFile() {
    StringBuilder file =
        new StringBuilder("# Made by ./handoff compose-env for this installation alone.\n");
    all.forEach((name, value) -> file.append(name).append('=').append(value).append('\n'));
    return file.toString();
  }

  /**
   * Keys are read by the services' containers and by nobody else: these run as whoever made the
   * files, or where that is root, as the image's own user, who is then given the files.
   *
   * @return user and group id
   */
  private static int[] giveToContainers(Path keys) throws IOException {
    int[] owner = {id(keys, "unix:uid"), id(keys, "unix:gid")};
    if (owner[0] != 0) {
      return owner;
    }
    try (var files = Files.newDirectoryStream(keys)) {
      for (Path file : files) {
        give(file);
      }
    }
    give(keys);
    return new int[] {IMAGE_USER, IMAGE_USER};
  }

  private static void give(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", IMAGE_USER, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:gid", IMAGE_USER, LinkOption.NOFOLLOW_LINKS);
  }

  private static int id(Path file, String attribute) throws IOException {
    return (Integer) Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path folder(Path path, String permissions) throws IOException {
    Files.createDirectories(path);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
