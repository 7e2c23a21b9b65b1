package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The demo people and clients as a realm that Keycloak imports: the same roles and claims as the
 * local identity provider gives. The people's password is known to everybody. They are let in on
 * this machine alone: the front door listens on the loopback interface, every way back leads to
 * localhost, and the client that speaks as a person without a browser has a secret of its own.
 */
final class KeycloakRealm {

  static final String NAME = "warm-handoff";

  /** The client that asks for a person's token with the person's password: tests and simulator. */
  static final String PEOPLE = "demo-people";

  private static final String PASSWORD = "demo";
  private static final String PAGES = "warm-handoff";
  private static final String FRONT_DOOR = "${HANDOFF_FRONT_DOOR}";
  private static final Map<String, String> CLAIMS =
      Map.of("staffId", "staff_id", "policeService", "police_service", "agency", "agency");
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeycloakRealm() {}

  /** The variable that a client's secret is put in from when the realm is imported. */
  static String secretOf(String client) {
    return "CLIENT_SECRET_" + client.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static ObjectNode of(DemoPeople people) {
    ObjectNode realm = JSON.createObjectNode();
    realm.put("realm", NAME);
    realm.put("displayName", "Warm Handoff (demo)");
    realm.put("enabled", true);
    realm.put("sslRequired", "external");
    realm.put("bruteForceProtected", true);
    realm.put("internationalizationEnabled", true);
    realm.putArray("supportedLocales").add("en").add("fr");
    realm.put("defaultLocale", "en");
    // A session ends with a long shift at the latest, and after an hour without any request.
    realm.put("ssoSessionIdleTimeout", 3_600);
    realm.put("ssoSessionMaxLifespan", 43_200);
    realm.put("accessTokenLifespan", 300);
    roles(realm, people);
    clients(realm.putArray("clients"), people);
    ArrayNode users = realm.putArray("users");
    people.people().forEach(person -> users.add(person(person)));
    for (JsonNode client : people.clients()) {
      if (!client.path("clientId").asText().equals(PAGES)) {
        users.add(serviceAccount(client));
      }
    }
    profile(realm);
    return realm;
  }

  private static void roles(ObjectNode realm, DemoPeople people) {
    Set<String> names = new TreeSet<>();
    for (JsonNode all : List.of(people.people(), people.clients())) {
      all.forEach(one -> one.path("roles").forEach(role -> names.add(role.asText())));
    }
    ArrayNode roles = realm.putObject("roles").putArray("realm");
    names.forEach(name -> roles.addObject().put("name", name));
  }

  private static void clients(ArrayNode clients, DemoPeople people) {
    for (JsonNode known : people.clients()) {
      String id = known.path("clientId").asText();
      ObjectNode client = client(id);
      ArrayNode mappers = client.putArray("protocolMappers");
      mappers.add(audience());
      if (id.equals(PAGES)) {
        client.put("standardFlowEnabled", true);
        ArrayNode back = client.putArray("redirectUris");
        for (Stack.Service service : Stack.Service.values()) {
          back.add(FRONT_DOOR + "/" + service.code() + "/*");
        }
        client
            .putObject("attributes")
            .put("pkce.code.challenge.method", "S256")
            // As long as the local provider's: a form sent after it would go by way of the login.
            .put("access.token.lifespan", "3600")
            .put("post.logout.redirect.uris", FRONT_DOOR + "/");
        mappers.add(rolesInIdToken());
        CLAIMS.forEach((attribute, claim) -> mappers.add(claimOfPerson(claim)));
      } else {
        client.put("serviceAccountsEnabled", true);
        CLAIMS.forEach(
            (field, claim) -> {
              if (known.has(field)) {
                mappers.add(fixedClaim(claim, known.path(field).asText()));
              }
            });
      }
      clients.add(client);
    }
    ObjectNode asPerson = client(PEOPLE).put("directAccessGrantsEnabled", true);
    ArrayNode mappers = asPerson.putArray("protocolMappers").add(audience());
    CLAIMS.forEach((attribute, claim) -> mappers.add(claimOfPerson(claim)));
    clients.add(asPerson);
  }

  private static ObjectNode client(String id) {
    return JSON.createObjectNode()
        .put("clientId", id)
        .put("protocol", "openid-connect")
        .put("clientAuthenticatorType", "client-secret")
        .put("secret", "${" + secretOf(id) + "}")
        .put("publicClient", false)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", false)
        .put("serviceAccountsEnabled", false)
        .put("fullScopeAllowed", true);
  }

  private static ObjectNode person(JsonNode person) {
    String name = person.path("name").asText();
    int last = name.lastIndexOf(' ');
    ObjectNode user =
        JSON.createObjectNode()
            .put("username", person.path("username").asText())
            .put("enabled", true)
            .put("firstName", name.substring(0, last))
            .put("lastName", name.substring(last + 1));
    ObjectNode attributes = user.putObject("attributes");
    CLAIMS.forEach(
        (field, claim) -> {
          if (person.has(field)) {
            attributes.putArray(claim).add(person.path(field).asText());
          }
        });
    user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
    user.set("realmRoles", person.path("roles"));
    return user;
  }

  private static ObjectNode serviceAccount(JsonNode client) {
    String id = client.path("clientId").asText();
    ObjectNode user =
        JSON.createObjectNode()
            .put("username", "service-account-" + id)
            .put("enabled", true)
            .put("serviceAccountClientId", id);
    user.set("realmRoles", client.path("roles"));
    return user;
  }

  private static ObjectNode audience() {
    return mapper(
        "audience",
        "oidc-audience-mapper",
        Map.of("included.custom.audience", PAGES, "access.token.claim", "true"));
  }

  /** The pages read who signed in off the ID token; Keycloak puts roles into the other one only. */
  private static ObjectNode rolesInIdToken() {
    return mapper(
        "roles in the ID token",
        "oidc-usermodel-realm-role-mapper",
        Map.of(
            "claim.name",
            "realm_access.roles",
            "jsonType.label",
            "String",
            "multivalued",
            "true",
            "id.token.claim",
            "true"));
  }

  private static ObjectNode claimOfPerson(String claim) {
    return mapper(
        claim,
        "oidc-usermodel-attribute-mapper",
        Map.of(
            "user.attribute",
            claim,
            "claim.name",
            claim,
            "jsonType.label",
            "String",
            "id.token.claim",
            "true",
            "access.token.claim",
            "true"));
  }

  private static ObjectNode fixedClaim(String claim, String value) {
    return mapper(
        claim,
        "oidc-hardcoded-claim-mapper",
        Map.of(
            "claim.name",
            claim,
            "claim.value",
            value,
            "jsonType.label",
            "String",
            "access.token.claim",
            "true"));
  }

  private static ObjectNode mapper(String name, String kind, Map<String, String> config) {
    ObjectNode mapper =
        JSON.createObjectNode()
            .put("name", name)
            .put("protocol", "openid-connect")
            .put("protocolMapper", kind);
    mapper.set("config", JSON.valueToTree(config));
    return mapper;
  }

  /** Keycloak drops attributes nobody has declared; only an administrator may set ours. */
  private static void profile(ObjectNode realm) {
    ObjectNode profile = JSON.createObjectNode();
    ArrayNode attributes = profile.putArray("attributes");
    for (String name : List.of("username", "email", "firstName", "lastName")) {
      permitted(attributes.addObject().put("name", name), true);
    }
    for (String claim : new TreeSet<>(CLAIMS.values())) {
      permitted(attributes.addObject().put("name", claim), false);
    }
    realm
        .putObject("components")
        .putArray("org.keycloak.userprofile.UserProfileProvider")
        .addObject()
        .put("providerId", "declarative-user-profile")
        .putObject("config")
        .putArray("kc.user.profile.config")
        .add(profile.toString());
  }

  private static void permitted(ObjectNode attribute, boolean toThePerson) {
    ObjectNode permissions = attribute.putObject("permissions");
    ArrayNode view = permissions.putArray("view").add("admin");
    permissions.putArray("edit").add("admin");
    if (toThePerson) {
      view.add("user");
    }
  }
}
