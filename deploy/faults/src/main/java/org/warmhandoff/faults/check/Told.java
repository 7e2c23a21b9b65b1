package org.warmhandoff.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.faults.check.Consumers.Consumer;
import org.warmhandoff.faults.injure.Planting;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Services;

/**
 * Every committed event is on its topic, nothing else is, versions come in order and without gaps,
 * every consumer has taken every event once and stands at the newest version, and what was planted
 * lies in quarantine, alone.
 */
final class Told {

  /** Those whose tables know an event by the id it was told with. */
  private static final List<String> NAMING = List.of("incident", "notification", "referral");

  private final Look look;
  private final Ear ear;
  private final Planting planting;
  private final List<Violation> found = new ArrayList<>();

  Told(Look look, Ear ear, Planting planting) {
    this.look = look;
    this.ear = ear;
    this.planting = planting;
  }

  List<Violation> check(Instant since, boolean lostDisk, Instant now) {
    List<Heard> news = ear.news();
    if (lostDisk) {
      found.addAll(new Retold(look, ear).check(news, planting.strangers(), since, now));
    } else {
      order(news);
      outboxes(since);
    }
    strangers(news);
    inboxes(news, lostDisk ? Instant.EPOCH : since);
    progress(since);
    backwards();
    leftOver(lostDisk);
    return found;
  }

  /** What is read again after its like is a repetition; what is new is the next version. */
  private void order(List<Heard> news) {
    for (Heard event : news) {
      String id = event.attribute("id");
      if (planting.strangers().contains(id) || id.isEmpty() || ear.ids().containsKey(id)) {
        continue;
      }
      ear.ids().put(id, event.topic());
      String aggregate = event.topic() + " " + event.attribute("subject");
      long version = Long.parseLong(event.attribute("aggregateversion"));
      long before = ear.versions().getOrDefault(aggregate, 0L);
      if (version != before + 1) {
        found.add(
            new Violation(
                "order", aggregate + ": version " + version + " came after version " + before));
      }
      ear.versions().merge(aggregate, version, Math::max);
    }
  }

  private void outboxes(Instant since) {
    for (String database : Services.ROOTS) {
      for (List<String> row :
          look.rows(database, "select id, topic, type from outbox where recorded_at >= ?", since)) {
        if (!row.get(1).equals(ear.ids().get(row.getFirst()))) {
          found.add(new Violation("told", "committed and not on its topic: " + row));
        }
      }
    }
  }

  private void strangers(List<Heard> news) {
    Set<String> known = new HashSet<>();
    for (String database : Services.ROOTS) {
      known.addAll(look.column(database, "select id from outbox"));
    }
    for (Heard event : news) {
      String id = event.attribute("id");
      if (!id.isEmpty() && !known.contains(id) && !planting.strangers().contains(id)) {
        found.add(new Violation("told", "on a topic and never committed: " + event.what()));
      }
    }
  }

  /** Analytics keeps no id that anybody else knows: there it is their number that must agree. */
  private void numberOfAnalytics() {
    for (Consumer consumer : Consumers.of("analytics")) {
      long told = ear.ids().values().stream().filter(consumer.topic()::equals).count();
      if (consumer.topic().equals(Topics.INCIDENT)) {
        told += (long) Planting.STATES * Recounted.planted(look, planting);
      }
      long taken =
          look.number(
              "analytics",
              "select count(*) from inbox where known and consumer = ?",
              consumer.name());
      if (told != taken) {
        found.add(new Violation("taken", "%s took %d of %d".formatted(consumer, taken, told)));
      }
    }
  }

  private void inboxes(List<Heard> news, Instant since) {
    numberOfAnalytics();
    for (String database : NAMING) {
      Map<String, Set<String>> taken = new HashMap<>();
      look.rows(database, "select consumer, id from inbox where taken_at >= ?", since)
          .forEach(row -> taken.computeIfAbsent(row.get(0), c -> new HashSet<>()).add(row.get(1)));
      for (Heard event : news) {
        String id = event.attribute("id");
        if (!event.topic().equals(ear.ids().get(id)) || planting.strangers().contains(id)) {
          continue;
        }
        for (Consumer consumer : Consumers.of(database)) {
          if (consumer.topic().equals(event.topic())
              && !taken.getOrDefault(consumer.name(), Set.of()).contains(id)
              && !tookBefore(consumer, id)) {
            found.add(new Violation("taken", consumer + " never took a " + event.what()));
          }
        }
      }
    }
  }

  /** A repetition of what was taken in an earlier schedule. */
  private boolean tookBefore(Consumer consumer, String id) {
    return !look.rows(
            consumer.database(),
            "select 1 from inbox where consumer = ? and id = cast(? as uuid)",
            consumer.name(),
            id)
        .isEmpty();
  }

  private void progress(Instant since) {
    Map<String, Long> newest = new HashMap<>();
    for (String database : Services.ROOTS) {
      look.rows(
              database,
              "select topic, subject, max(version) from outbox where (topic, subject) in"
                  + " (select topic, subject from outbox where recorded_at >= ?) group by 1, 2",
              since)
          .forEach(row -> newest.put(row.get(0) + " " + row.get(1), Long.parseLong(row.get(2))));
    }
    for (String database : NAMING) {
      Map<String, Long> stands = new HashMap<>();
      look.rows(database, "select consumer, topic, subject, version from aggregate_progress")
          .forEach(
              row ->
                  stands.put(
                      row.get(0) + " " + row.get(1) + " " + row.get(2),
                      Long.parseLong(row.get(3))));
      for (Consumer consumer : Consumers.of(database)) {
        newest.forEach(
            (aggregate, version) -> {
              long stand = stands.getOrDefault(consumer.name() + " " + aggregate, 0L);
              if (aggregate.startsWith(consumer.topic() + " ") && stand != version) {
                found.add(
                    new Violation(
                        "taken",
                        "%s stands at version %d of %s, which is at %d"
                            .formatted(consumer, stand, aggregate, version)));
              }
            });
      }
    }
  }

  /** Incidents whose states lay there with the newest first stand at the newest, as any other. */
  private void backwards() {
    for (String incident : planting.backwards()) {
      for (Consumer consumer : Consumers.ALL) {
        // Analytics gave it another name: the recount looks for it.
        if (consumer.topic().equals(Topics.INCIDENT)
            && NAMING.contains(consumer.database())
            && ear.landed(Topics.INCIDENT + " " + incident)
            && standsAt(consumer, incident) != Planting.STATES) {
          found.add(
              new Violation("taken", consumer + " has not put in order what lay there backwards"));
        }
      }
    }
  }

  private long standsAt(Consumer consumer, String subject) {
    return look.number(
        consumer.database(),
        "select coalesce(max(version), 0) from aggregate_progress"
            + " where consumer = ? and topic = ? and subject = cast(? as uuid)",
        consumer.name(),
        consumer.topic(),
        subject);
  }

  private void leftOver(boolean lostDisk) {
    for (String database : Services.ROOTS) {
      for (String table : List.of("parked", "outbox_held")) {
        long rows = look.number(database, "select count(*) from " + table);
        if (rows > 0) {
          found.add(new Violation("left over", rows + " rows in " + database + "." + table));
        }
      }
      if (database.equals("analytics")) {
        veiledAside(lostDisk);
      } else {
        aside(database, lostDisk);
      }
    }
  }

  private void aside(String database, boolean lostDisk) {
    Set<String> aside = new HashSet<>();
    for (List<String> row :
        look.rows(
            database, "select distinct topic, record_key, reason, consumer from quarantine")) {
      aside.add(row.get(0) + " " + row.get(1) + " " + row.get(3));
      if (!planting.poisoned().contains(row.get(0) + " " + row.get(1))) {
        found.add(new Violation("set aside", "a sound record, in " + database + ": " + row));
      }
    }
    if (!lostDisk) {
      missingAside(database, aside);
    }
  }

  /**
   * Analytics keeps no key either. What it set aside of a log that is gone stays, and nobody can
   * say any more what there was of it: from then on that many more are right.
   */
  private void veiledAside(boolean lostDisk) {
    for (Consumer consumer : Consumers.of("analytics")) {
      long aside =
          look.number(
              "analytics",
              "select count(distinct record_key) from quarantine where topic = ? and consumer = ?",
              consumer.topic(),
              consumer.name());
      long planted =
          planting.poisoned().stream()
              .filter(one -> one.startsWith(consumer.topic() + " ") && ear.landed(one))
              .count();
      long ever =
          planting.poisoned().stream()
              .filter(one -> one.startsWith(consumer.topic() + " "))
              .count();
      if (aside > ever) {
        found.add(
            new Violation(
                "set aside",
                "%s set aside %d, and %d were ever planted".formatted(consumer, aside, ever)));
      }
      if (lostDisk) {
        ear.ofLostLogs().put(consumer.toString(), Math.max(0, aside - planted));
      }
      if (aside != planted + ear.ofLostLogs().getOrDefault(consumer.toString(), 0L)) {
        found.add(
            new Violation(
                "set aside", "%s set aside %d of %d".formatted(consumer, aside, planted)));
      }
    }
  }

  private void missingAside(String database, Set<String> aside) {
    for (Consumer consumer : Consumers.of(database)) {
      for (String poisoned : planting.poisoned()) {
        if (poisoned.startsWith(consumer.topic() + " ")
            && ear.landed(poisoned)
            && !aside.contains(poisoned + " " + consumer.name())) {
          found.add(new Violation("set aside", consumer + " passed over a poisoned record"));
        }
      }
    }
  }
}
