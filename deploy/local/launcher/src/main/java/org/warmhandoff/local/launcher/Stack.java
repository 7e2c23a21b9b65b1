package org.warmhandoff.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.warmhandoff.contracts.Access;

/** The programs of the local stack, with what each is told. Passwords go by environment only. */
record Stack(Installation installation, DataFolder data, Ports ports, Secrets secrets) {

  static final String ADMIN = "admin";
  private static final String GATEWAY_ACCOUNT = "ACdemo";
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration SERVICE_START = Duration.ofMinutes(3);

  Program database() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HANDOFF_DATABASE_ADMIN_PASSWORD", secrets.password("database.superuser"));
    for (Service service : Service.values()) {
      environment.put("HANDOFF_PASSWORD_" + service.upper() + "_OWNER", ownerPassword(service));
      environment.put("HANDOFF_PASSWORD_" + service.upper() + "_APP", appPassword(service));
    }
    return local(
        "database",
        192,
        List.of(data.database().toString(), Integer.toString(ports.database())),
        environment);
  }

  Program broker() {
    return local(
        "broker",
        256,
        List.of(
            data.kafka().toString(),
            Integer.toString(ports.kafka()),
            Integer.toString(ports.kafkaController())),
        Map.of("HANDOFF_BROKER_ADMIN_PASSWORD", kafkaPassword(ADMIN)));
  }

  Program identity() {
    return local(
        "identity",
        64,
        List.of(data.identity().toString(), Integer.toString(ports.identity())),
        Map.of());
  }

  Program frontDoor() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HANDOFF_FRONT_DOOR_PORT", Integer.toString(ports.frontDoor()));
    environment.put("HANDOFF_UPSTREAM_IDENTITY", "http://localhost:" + ports.identity());
    for (Service service : Service.values()) {
      environment.put("HANDOFF_UPSTREAM_" + service.upper(), address(service));
    }
    return local("frontdoor", 48, List.of(), environment);
  }

  Program telephones() {
    return local(
        "telephones",
        48,
        List.of(
            Integer.toString(ports.telephones()),
            Integer.toString(ports.mail()),
            ports.frontDoorAddress()),
        Map.of(
            "HANDOFF_GATEWAY_ACCOUNT",
            GATEWAY_ACCOUNT,
            "HANDOFF_GATEWAY_SECRET",
            secrets.password("telephones.gateway")));
  }

  /** How notification-service reaches staff outside the app: over the local telephones. */
  private Map<String, String> delivery() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HANDOFF_DELIVERY_PAGES", ports.frontDoorAddress());
    environment.put("HANDOFF_DELIVERY_PHONE_URL", ports.telephonesAddress());
    environment.put("HANDOFF_DELIVERY_PHONE_ACCOUNT", GATEWAY_ACCOUNT);
    environment.put("HANDOFF_DELIVERY_PHONE_SECRET", secrets.password("telephones.gateway"));
    environment.put("HANDOFF_DELIVERY_PHONE_FROM", "+15195550100");
    environment.put("HANDOFF_DELIVERY_MAIL_HOST", "127.0.0.1");
    environment.put("HANDOFF_DELIVERY_MAIL_PORT", Integer.toString(ports.mail()));
    environment.put("HANDOFF_DELIVERY_MAIL_FROM", "warm-handoff@example.org");
    // it goes from one process of this machine to the next, and nowhere else
    environment.put("HANDOFF_DELIVERY_MAIL_ENCRYPTED", "false");
    PushKeys push = secrets.pushKeys();
    environment.put("HANDOFF_DELIVERY_PUSH_PUBLIC_KEY", push.open());
    environment.put("HANDOFF_DELIVERY_PUSH_PRIVATE_KEY", push.secret());
    environment.put("HANDOFF_DELIVERY_PUSH_SUBJECT", "mailto:warm-handoff@example.org");
    // whoever tries a system of an agency's tries it on this machine
    environment.put("HANDOFF_DELIVERY_ALLOW_PRIVATE", "true");
    return environment;
  }

  Program service(Service service) {
    DemoPeople people = DemoPeople.in(installation);
    Api.DemoClient pages = people.client("warm-handoff");
    Map<String, String> environment = new HashMap<>();
    environment.put("HANDOFF_DATABASE_URL", jdbc(service));
    environment.put("HANDOFF_DATABASE_USER", service.code() + "_app");
    environment.put("HANDOFF_DATABASE_PASSWORD", appPassword(service));
    environment.put("HANDOFF_DATABASE_OWNER", service.code() + "_owner");
    environment.put("HANDOFF_DATABASE_OWNER_PASSWORD", ownerPassword(service));
    environment.put("HANDOFF_KAFKA_SERVERS", ports.kafkaAddress());
    environment.put("HANDOFF_KAFKA_USER", service.principal());
    environment.put("HANDOFF_KAFKA_PASSWORD", kafkaPassword(service.principal()));
    environment.put("HANDOFF_OIDC_URL", ports.frontDoorAddress() + "/identity");
    environment.put("HANDOFF_OIDC_CLIENT", pages.id());
    environment.put("HANDOFF_OIDC_SECRET", pages.secret());
    environment.put("HANDOFF_STATE_SECRET", secrets.password("oidc.state"));
    environment.put("HANDOFF_MASTER_KEY_FILE", secrets.masterKey(service.principal()).toString());
    environment.put("HANDOFF_CLOCK_FILE", data.clock().toString());
    environment.put("HANDOFF_WATCHED_FOLDER", data.path().toString());
    environment.put("HANDOFF_FRONT_DOOR", ports.frontDoorAddress());
    environment.put("HANDOFF_INCIDENT_URL", address(Service.INCIDENT) + "/incident");
    if (service == Service.INCIDENT) {
      // whoever tries a webhook receiver tries it on this machine
      environment.put("HANDOFF_WEBHOOKS_ALLOW_PRIVATE", "true");
    }
    if (service == Service.NOTIFICATION) {
      environment.putAll(delivery());
    }
    if (service == Service.REFERRAL) {
      environment.put("HANDOFF_VAULT_CLIENT_SECRET", people.client("referral-vault").secret());
    }
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
    return new Program(
        service.principal(),
        installation.serviceJar(service.principal()),
        JavaMachine.heapMegabytes(service.principal()),
        List.of(),
        List.of(),
        environment,
        readiness(service),
        SERVICE_START);
  }

  private Program local(
      String module, int heapMegabytes, List<String> arguments, Map<String, String> environment) {
    return new Program(
        module,
        installation.localJar(module),
        heapMegabytes,
        List.of(),
        arguments,
        environment,
        null,
        SOON);
  }

  /** The four services. */
  enum Service {
    INCIDENT(Access.INCIDENT_SERVICE),
    REFERRAL(Access.REFERRAL_SERVICE),
    NOTIFICATION(Access.NOTIFICATION_SERVICE),
    ANALYTICS(Access.ANALYTICS_SERVICE);

    private final String principal;

    Service(String principal) {
      this.principal = principal;
    }

    /** Its name among the programs, and towards Kafka. */
    String principal() {
      return principal;
    }

    /** Its database and its root path. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String upper() {
      return name();
    }
  }

  int port(Service service) {
    return switch (service) {
      case INCIDENT -> ports.incident();
      case REFERRAL -> ports.referral();
      case NOTIFICATION -> ports.notification();
      case ANALYTICS -> ports.analytics();
    };
  }

  String address(Service service) {
    return "http://localhost:" + port(service);
  }

  String readiness(Service service) {
    return address(service) + "/" + service.code() + "/q/health/ready";
  }

  private String jdbc(Service service) {
    return "jdbc:postgresql://localhost:" + ports.database() + "/" + service.code();
  }

  private String ownerPassword(Service service) {
    return secrets.password("database." + service.code() + ".owner");
  }

  private String appPassword(Service service) {
    return secrets.password("database." + service.code() + ".app");
  }

  String kafkaPassword(String principal) {
    return secrets.password("kafka." + principal);
  }

  /** By principal, for everyone who may connect to the broker but the administrator. */
  Map<String, String> kafkaPasswords() {
    Map<String, String> passwords = new TreeMap<>();
    Access.shared()
        .forEach(grant -> passwords.put(grant.principal(), kafkaPassword(grant.principal())));
    return passwords;
  }

  List<Program> services() {
    List<Program> all = new ArrayList<>();
    for (Service service : Service.values()) {
      all.add(service(service));
    }
    return all;
  }

  List<Program> all() {
    List<Program> all =
        new ArrayList<>(List.of(database(), broker(), identity(), telephones(), frontDoor()));
    all.addAll(services());
    return all;
  }

  void mustBeBuilt() {
    all().forEach(Program::mustBeBuilt);
    leash();
  }

  Path leash() {
    return installation.localJar("leash");
  }
}
