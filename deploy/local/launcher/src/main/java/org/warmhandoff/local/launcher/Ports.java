package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one stack: all at fixed distances from the front door's, so that one number moves
 * them.
 */
record Ports(int base) {

  static final int STANDARD_BASE = 8080;

  Ports {
    if (base < 1_024 || base > 65_000) {
      throw new Trouble("--port-base must lie between 1024 and 65000");
    }
  }

  int frontDoor() {
    return base;
  }

  int incident() {
    return base + 1;
  }

  int referral() {
    return base + 2;
  }

  int notification() {
    return base + 3;
  }

  int analytics() {
    return base + 4;
  }

  int identity() {
    return base + 5;
  }

  /** The gateway of the telephones, and the page that shows what went out. */
  int telephones() {
    return base + 6;
  }

  int mail() {
    return base + 7;
  }

  int kafka() {
    return base + 12;
  }

  int kafkaController() {
    return base + 13;
  }

  int database() {
    return base + 352;
  }

  String frontDoorAddress() {
    return "http://localhost:" + frontDoor();
  }

  String telephonesAddress() {
    return "http://localhost:" + telephones();
  }

  String kafkaAddress() {
    return "localhost:" + kafka();
  }

  Map<String, Integer> byName() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put("front door", frontDoor());
    all.put("incident-service", incident());
    all.put("referral-service", referral());
    all.put("notification-service", notification());
    all.put("analytics-service", analytics());
    all.put("identity provider", identity());
    all.put("telephones", telephones());
    all.put("mail server", mail());
    all.put("Kafka", kafka());
    all.put("Kafka controller", kafkaController());
    all.put("PostgreSQL", database());
    return all;
  }

  /**
   * Refuses to go on where a port is taken.
   *
   * @param except a port that may be held, by a database left behind that will be taken over
   * @throws Trouble naming each port, what it is for, and who holds it where that can be read
   */
  void mustBeFree(List<Integer> except) {
    List<String> taken = new ArrayList<>();
    byName()
        .forEach(
            (name, port) -> {
              if (!except.contains(port) && !isFree(port)) {
                taken.add("  %d (%s) is taken%s".formatted(port, name, PortOwner.describe(port)));
              }
            });
    if (!taken.isEmpty()) {
      throw new Trouble(
          "Cannot start, a port is not free:\n%s\nEnd what holds it, or move all ports: ./handoff up --port-base %d"
              .formatted(String.join("\n", taken), base + 1_000));
    }
  }

  static boolean isFree(int port) {
    return canBind(port, "127.0.0.1") && canBind(port, "::1");
  }

  private static boolean canBind(int port, String address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return true;
    } catch (IOException taken) {
      // A machine without IPv6 cannot bind ::1 to any port: that says nothing about this one.
      return taken.getMessage() != null
          && !(taken instanceof java.net.BindException && taken.getMessage().contains("in use"));
    }
  }
}
