package org.warmhandoff.testbed;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmhandoff.contracts.Access;

/**
 * The running broker, database and identity provider of this test JVM.
 *
 * <p>Quarkus loads test classes more than once, each time with statics of their own; what must be
 * one in the JVM therefore lives in a system property and the folder it names.
 */
public final class Stack {

  /** The agencies that are provisioned. */
  public static final List<String> AGENCIES =
      List.of("hiatus-house", "fswe", "harbour-support", "entraide");

  private static final Map<String, String> SERVICES =
      Map.of(
          Access.INCIDENT_SERVICE, "incident",
          Access.NOTIFICATION_SERVICE, "notification",
          Access.REFERRAL_SERVICE, "referral",
          Access.ANALYTICS_SERVICE, "analytics");

  private static final String STATE_SECRET = "only-for-tests-only-for-tests-only-for-tests";

  private final Running running;

  private Stack(Running running) {
    this.running = running;
  }

  /** Starts what is not running yet; the first call of a JVM takes a few seconds. */
  public static Stack start() {
    return new Stack(Running.once());
  }

  /** Bootstrap servers of the broker, host:port. */
  public String kafkaServers() {
    return "localhost:" + running.port("broker");
  }

  /** The password a principal connects to the broker with. */
  public String kafkaPassword(String principal) {
    return Passwords.of(principal);
  }

  /** JDBC URL of one of the four databases: incident, notification, referral or analytics. */
  public String databaseUrl(String database) {
    return "jdbc:postgresql://localhost:" + running.port("database") + "/" + database;
  }

  /** The password of a database role, such as incident_owner or incident_app. */
  public String databasePassword(String role) {
    return Passwords.of(role);
  }

  /** The issuer of every token. */
  public String issuer() {
    return "http://localhost:" + running.port("identity") + "/identity";
  }

  /** The file the services under test read business time from; see {@link TestClock}. */
  public Path clockFile() {
    return running.folder().resolve("clock");
  }

  /** A Tink keyset for a service, the same for the life of this JVM. */
  public Path masterKeyFile(String service) {
    return running.folder().resolve(service + "-master-key.json");
  }

  /**
   * Everything a service is configured with, by the names of its environment variables.
   *
   * @param service such as incident-service
   */
  public Map<String, String> environment(String service) {
    String database = SERVICES.get(service);
    if (database == null) {
      throw new IllegalArgumentException("no such service: " + service);
    }
    Map<String, String> all = new HashMap<>();
    all.put("HANDOFF_DATABASE_URL", databaseUrl(database));
    all.put("HANDOFF_DATABASE_USER", database + "_app");
    all.put("HANDOFF_DATABASE_PASSWORD", Passwords.of(database + "_app"));
    all.put("HANDOFF_DATABASE_OWNER", database + "_owner");
    all.put("HANDOFF_DATABASE_OWNER_PASSWORD", Passwords.of(database + "_owner"));
    all.put("HANDOFF_KAFKA_SERVERS", kafkaServers());
    all.put("HANDOFF_KAFKA_USER", service);
    all.put("HANDOFF_KAFKA_PASSWORD", Passwords.of(service));
    all.put("HANDOFF_OIDC_URL", issuer());
    all.put("HANDOFF_OIDC_CLIENT", "warm-handoff");
    all.put("HANDOFF_OIDC_SECRET", Tokens.secretOf("warm-handoff"));
    all.put("HANDOFF_STATE_SECRET", STATE_SECRET);
    all.put("HANDOFF_MASTER_KEY_FILE", masterKeyFile(service).toString());
    all.put("HANDOFF_CLOCK_FILE", clockFile().toString());
    all.put("HANDOFF_FRONT_DOOR", "http://localhost:8080");
    all.put("HANDOFF_INCIDENT_URL", "http://localhost:1/incident");
    return all;
  }

  /** Ends the broker as a crash would, and starts it again on the same folder and ports. */
  public void crashBroker() {
    running.crash("broker");
  }

  /** Ends every process of the database as a crash would, and starts it again. */
  public void crashDatabase() {
    running.crash("database");
  }
}
