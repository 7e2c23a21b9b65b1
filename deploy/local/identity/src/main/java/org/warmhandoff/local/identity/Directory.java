package org.warmhandoff.local.identity;

import com.nimbusds.jose.util.JSONArrayUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The demo people and clients, and what a token says about each. */
final class Directory {

  /** A client id that starts so stands for a person: how the simulator speaks as them. */
  static final String PERSON = "person:";

  private static final String PERSON_SECRET = "demo";

  private final Map<String, Account> people;
  private final Map<String, Account> clients;

  /**
   * Somebody or something that can have a token.
   *
   * @param claims beyond those every token has
   */
  record Account(
      String id, String name, String secret, List<String> roles, Map<String, Object> claims) {}

  private Directory(Map<String, Account> people, Map<String, Account> clients) {
    this.people = people;
    this.clients = clients;
  }

  static Directory demo() throws IOException {
    Map<String, Account> people = new LinkedHashMap<>();
    for (Map<?, ?> row : rows("/demo/demo-people.json")) {
      Account person = account(row, "username", PERSON_SECRET);
      people.put(person.id(), person);
    }
    Map<String, Account> clients = new LinkedHashMap<>();
    for (Map<?, ?> row : rows("/demo/demo-clients.json")) {
      Account client = account(row, "clientId", text(row, "secret"));
      clients.put(client.id(), client);
    }
    return new Directory(people, clients);
  }

  List<Account> people() {
    return List.copyOf(people.values());
  }

  Optional<Account> person(String username) {
    return Optional.ofNullable(people.get(username));
  }

  /** Who a client id stands for: a client, or a person when it starts with {@value #PERSON}. */
  Optional<Account> client(String clientId) {
    return clientId.startsWith(PERSON)
        ? person(clientId.substring(PERSON.length()))
        : Optional.ofNullable(clients.get(clientId));
  }

  /** Whether this secret belongs to this client, compared in constant time. */
  boolean authenticates(String clientId, String secret) {
    return client(clientId)
        .filter(
            account ->
                MessageDigest.isEqual(
                    account.secret().getBytes(StandardCharsets.UTF_8),
                    secret.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static Account account(Map<?, ?> row, String idField, String secret) {
    String id = text(row, idField);
    List<String> roles = new ArrayList<>();
    if (row.get("roles") instanceof List<?> listed) {
      listed.forEach(role -> roles.add(String.valueOf(role)));
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("preferred_username", id);
    // The same place Keycloak puts them, so that services read one claim.
    claims.put("realm_access", Map.of("roles", List.copyOf(roles)));
    put(claims, "name", row.get("name"));
    put(claims, "staff_id", row.get("staffId"));
    put(claims, "police_service", row.get("policeService"));
    put(claims, "agency", row.get("agency"));
    Object name = row.get("name");
    return new Account(
        id, name == null ? id : name.toString(), secret, List.copyOf(roles), Map.copyOf(claims));
  }

  private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
    if (value != null) {
      claims.put(name, value);
    }
  }

  private static String text(Map<?, ?> row, String field) {
    if (row.get(field) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("an entry has no " + field);
  }

  private static List<Map<?, ?>> rows(String resource) throws IOException {
    try (InputStream file = Directory.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IOException(resource + " is missing");
      }
      List<Map<?, ?>> rows = new ArrayList<>();
      String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (Object row : JSONArrayUtils.parse(json)) {
        rows.add((Map<?, ?>) row);
      }
      return rows;
    } catch (ParseException e) {
      throw new IOException(resource + " is not a list of entries", e);
    }
  }
}
