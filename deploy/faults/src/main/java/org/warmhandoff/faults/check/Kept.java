package org.warmhandoff.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.faults.play.Promises;

/** Every 2xx is stored, and every read an agency was answered is in both registers. */
final class Kept {

  private static final int STATES = 3;

  private final Look look;
  private final Promises promises;
  private final List<Violation> found = new ArrayList<>();

  Kept(Look look, Promises promises) {
    this.look = look;
    this.promises = promises;
  }

  List<Violation> check() {
    promises.outrages.forEach(what -> found.add(new Violation("at the door", what)));
    reports();
    scenes();
    consents();
    answers();
    registers();
    return found;
  }

  private void reports() {
    for (Map.Entry<String, Integer> promise : promises.reported.entrySet()) {
      String[] key = promise.getKey().split(" ", -1);
      List<List<String>> rows =
          look.rows(
              "incident",
              "select priority from incident where police_service = ? and external_id = ?",
              key[0],
              key[1]);
      if (rows.size() != 1) {
        found.add(new Violation("stored", rows.size() + " incidents " + promise.getKey()));
      } else if (key[1].contains("-f")) {
        int state = STATES + 1 - Integer.parseInt(rows.getFirst().getFirst());
        if (state != promise.getValue()) {
          found.add(
              new Violation(
                  "stored",
                  "%s is in state %d, state %d was taken"
                      .formatted(promise.getKey(), state, promise.getValue())));
        }
      }
    }
  }

  private void scenes() {
    scene("SAFE", promises.safe, "scene_safe");
    scene("WANTED", promises.wanted, "worker_wanted");
  }

  private void scene(String what, Set<UUID> incidents, String event) {
    Set<String> told =
        look.column(
            "incident",
            "select subject from outbox where type like ?",
            "org.warmhandoff."
                + (event.equals("scene_safe") ? "scene-declared-safe" : "worker-wanted")
                + "%");
    for (UUID incident : incidents) {
      if (!told.contains(incident.toString())) {
        found.add(new Violation("stored", "no " + what + " of incident " + incident));
      }
    }
  }

  private void consents() {
    Set<String> given = look.column("referral", "select id from consent");
    Set<String> withdrawn =
        look.column("referral", "select id from consent where standing = 'WITHDRAWN'");
    for (UUID consent : promises.consents) {
      if (!given.contains(consent.toString())) {
        found.add(new Violation("stored", "no consent " + consent));
      }
    }
    for (UUID consent : promises.withdrawn) {
      if (!withdrawn.contains(consent.toString())) {
        found.add(new Violation("stored", "consent " + consent + " is not withdrawn"));
      }
    }
  }

  private void answers() {
    for (Map.Entry<UUID, UUID> promise : promises.accepted.entrySet()) {
      if (look.number(
              "notification",
              "select count(*) from outbox where subject = ? and type like '%.page-accepted.%'",
              promise.getKey())
          != 1) {
        found.add(new Violation("stored", "page accepted: " + promise.getKey()));
      }
    }
    for (UUID referral : promises.takenOn) {
      if (look.number(
              "referral",
              "select count(*) from referral_move where referral = ? and state = 'accepted'",
              referral)
          != 1) {
        found.add(new Violation("stored", "referral accepted: " + referral));
      }
    }
  }

  private void registers() {
    for (UUID disclosure : promises.disclosed.keySet()) {
      List<List<String>> lines =
          look.rows("referral", "select referral from disclosure where id = ?", disclosure);
      if (lines.size() != 1) {
        found.add(new Violation("audit", "a read that is not in the register"));
      } else if (look.number(
              "incident",
              "select count(*) from access_record where referral = cast(? as uuid)",
              lines.getFirst().getFirst())
          == 0) {
        found.add(new Violation("audit", "a read of the vault without a record"));
      }
    }
  }
}
