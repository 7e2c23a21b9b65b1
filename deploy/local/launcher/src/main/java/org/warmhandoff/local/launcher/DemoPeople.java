package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Role;

/** The made-up people and programs that the embedded identity provider lets in. */
record DemoPeople(JsonNode people, JsonNode clients) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Read from the identity provider's own jar: there is one list, and it is there. */
  static DemoPeople in(Installation installation) {
    try (JarFile jar = new JarFile(installation.localJar("identity").toFile())) {
      return new DemoPeople(
          read(jar, "demo/demo-people.json"), read(jar, "demo/demo-clients.json"));
    } catch (IOException e) {
      throw new Trouble("cannot read the demonstration's people: " + e.getMessage(), e);
    }
  }

  private static JsonNode read(JarFile jar, String name) throws IOException {
    @Nullable ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new IOException(name + " is not in " + jar.getName());
    }
    try (InputStream stream = jar.getInputStream(entry)) {
      return JSON.readTree(stream);
    }
  }

  /** The client that runs the installation. */
  Api.DemoClient operator() {
    return client("operator");
  }

  /**
   * @throws Trouble if the identity provider knows no such client
   */
  Api.DemoClient client(String id) {
    for (JsonNode client : clients) {
      if (client.path("clientId").asText().equals(id)) {
        return new Api.DemoClient(id, client.path("secret").asText());
      }
    }
    throw new Trouble("the identity provider has no client named " + id);
  }

  /** User names by role, in the order of the list. */
  Map<String, List<String>> userNamesByRole() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (JsonNode person : people) {
      for (JsonNode role : person.path("roles")) {
        names
            .computeIfAbsent(role.asText(), none -> new ArrayList<>())
            .add(person.path("username").asText());
      }
    }
    return names;
  }

  /** What an administrator enters about each of them who is staff: by staff id. */
  Map<String, ObjectNode> staff() {
    Map<String, ObjectNode> staff = new LinkedHashMap<>();
    for (JsonNode person : people) {
      if (person.has("staffId") && person.has("organisation")) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("name", person.path("name").asText());
        entry.put("kind", kind(person));
        entry.put("organisation", person.path("organisation").asText());
        entry.set("languages", person.path("languages"));
        entry.put("active", true);
        staff.put(person.path("staffId").asText(), entry);
      }
    }
    return staff;
  }

  /** Staff ids of those a program may page: its workers and supervisors. */
  List<String> pageable() {
    List<String> ids = new ArrayList<>();
    for (JsonNode person : people) {
      if (person.has("staffId") && person.has("program")) {
        ids.add(person.path("staffId").asText());
      }
    }
    return ids;
  }

  /**
   * @throws Trouble if there is nobody of that name who is staff
   */
  String staffId(String userName) {
    for (JsonNode person : people) {
      if (person.path("username").asText().equals(userName) && person.has("staffId")) {
        return person.path("staffId").asText();
      }
    }
    throw new Trouble("the demonstration has nobody named " + userName);
  }

  /** The work someone does decides; a plain-clothes officer of a crew stays an officer. */
  private static String kind(JsonNode person) {
    List<String> roles = new ArrayList<>();
    person.path("roles").forEach(role -> roles.add(role.asText()));
    if (roles.contains(Role.SUPERVISOR)) {
      return "SUPERVISOR";
    }
    if (roles.contains(Role.DISPATCHER)) {
      return "DISPATCHER";
    }
    if (roles.contains(Role.OFFICER)) {
      return "OFFICER";
    }
    return roles.contains(Role.OUTREACH_WORKER) ? "OUTREACH_WORKER" : "SOCIAL_WORKER";
  }
}
