package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** The status as a person reads it. */
final class StatusPrint {

  /** A service lists no more than these of its failed deliveries. */
  private static final int LISTED = 50;

  private final Consumer<String> out;

  StatusPrint(Consumer<String> out) {
    this.out = out;
  }

  void print(JsonNode status) {
    boolean local = status.has("data");
    if (local && !status.path("up").asBoolean()) {
      out.accept("Warm Handoff is not running on " + status.path("data").asText());
      out.accept("./handoff up starts it.");
      return;
    }
    out.accept(
        "Warm Handoff is %s at %s"
            .formatted(
                status.path("ready").asBoolean() ? "up" : "NOT READY",
                status.path("frontDoor").asText()));
    if (local) {
      machine(status);
    }
    services(status.path("services"));
    mend(status);
    failed(status.path("services"));
    lag(status);
  }

  private void machine(JsonNode status) {
    out.accept("data      " + status.path("data").asText());
    out.accept(
        "clock     %s%s"
            .formatted(
                status.path("clock").path("instant").asText(),
                status.path("clock").path("frozen").asBoolean() ? " (stands still)" : ""));
    out.accept(
        String.format(
            Locale.ROOT, "start     ready after %.1f s", status.path("startSeconds").asDouble()));
    out.accept(
        "memory    %d MB of all processes (PSS)"
            .formatted(status.path("memoryMegabytes").asLong()));
    processes(status.path("processes"));
  }

  private void processes(JsonNode processes) {
    out.accept("");
    out.accept("process                    pid   running for      MB  restarts");
    for (JsonNode process : processes) {
      out.accept(
          String.format(
              Locale.ROOT,
              "%-22s %7d  %12s  %6d  %8d%s",
              process.path("name").asText(),
              process.path("pid").asLong(),
              Say.span(Duration.ofSeconds(process.path("uptimeSeconds").asLong())),
              process.path("memoryMegabytes").asLong(),
              process.path("restarts").asLong(),
              process.path("alive").asBoolean() ? "" : "  ENDED"));
    }
  }

  private void services(JsonNode services) {
    out.accept("");
    out.accept(
        "service                ready  to send  oldest  held  parked  set aside  unknown  due");
    for (JsonNode service : services) {
      JsonNode flow = service.path("flow");
      out.accept(
          String.format(
              Locale.ROOT,
              "%-22s %-5s  %7s  %5ss  %4s  %6s  %9s  %7s  %3s%s",
              service.path("name").asText(),
              service.path("ready").asBoolean() ? "yes" : "NO",
              flow.path("outbox").path("pending").asText("-"),
              flow.path("outbox").path("oldestSeconds").asText("-"),
              flow.path("held").asText("-"),
              flow.path("parked").asText("-"),
              flow.path("quarantined").asText("-"),
              flow.path("skippedUnknown").asText("-"),
              flow.path("deadlinesDue").asText("-"),
              service.has("trouble") ? "  " + service.path("trouble").asText() : ""));
    }
  }

  /** Where somebody can do something about what waits for it. */
  private void mend(JsonNode status) {
    for (JsonNode service : status.path("services")) {
      JsonNode flow = service.path("flow");
      if (flow.path("quarantined").asLong() + flow.path("held").asLong() > 0) {
        out.accept(
            "%s needs somebody: %s"
                .formatted(service.path("name").asText(), service.path("mend").asText()));
      }
    }
  }

  /** One line for each service that has any; its page lists them. */
  private void failed(JsonNode services) {
    for (JsonNode service : services) {
      JsonNode failed = service.path("failed");
      if (!failed.isEmpty()) {
        JsonNode last = failed.path(0);
        out.accept(
            "%s: %d%s not delivered or not answered, the last %s to %s at %s: %s"
                .formatted(
                    service.path("name").asText(),
                    failed.size(),
                    failed.size() >= LISTED ? " or more" : "",
                    last.path("what").asText(),
                    last.path("to").asText(),
                    last.path("at").asText(),
                    service.path("mend").asText()));
      }
    }
  }

  private void lag(JsonNode status) {
    out.accept("");
    if (status.has("lagTrouble")) {
      out.accept(status.path("lagTrouble").asText());
      return;
    }
    out.accept("records still to be read: " + status.path("lagRecords").asLong());
    for (JsonNode lag : status.path("lag")) {
      if (lag.path("records").asLong() > 0) {
        out.accept(
            "  %-22s %-36s %d"
                .formatted(
                    lag.path("group").asText(),
                    lag.path("topic").asText(),
                    lag.path("records").asLong()));
      }
    }
  }
}
