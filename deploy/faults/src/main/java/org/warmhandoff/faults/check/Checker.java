package org.warmhandoff.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.faults.injure.Planting;
import org.warmhandoff.faults.play.Promises;
import org.warmhandoff.faults.town.Town;

/** Checks, when nothing is in flight any more, everything that must hold. */
public final class Checker {

  private final Town town;
  private final Ear ear;
  private final Planting planting;

  /** Checks in this town. */
  public Checker(Town town, Ear ear, Planting planting) {
    this.town = town;
    this.ear = ear;
    this.planting = planting;
  }

  /** Deadlines nobody met, before anybody ends what is open. */
  public List<Violation> overdue() {
    return new Overdue(new Look(town), town).check();
  }

  /**
   * Everything that must never be and was.
   *
   * @param since the database's clock when the schedule began
   * @param lostDisk whether all topics were written anew in this schedule
   */
  public List<Violation> check(Promises promises, Instant since, boolean lostDisk) {
    Look look = new Look(town);
    List<Violation> found = new ArrayList<>();
    found.addAll(new Kept(look, promises).check());
    found.addAll(new Told(look, ear, planting).check(since, lostDisk, town.now()));
    found.addAll(new Doubled(look).check());
    found.addAll(new Paged(look).check(promises, since));
    found.addAll(new Overdue(look, town).check());
    found.addAll(new Consented(look).check(since));
    found.addAll(new Recounted(look, planting).check());
    found.addAll(new Shown(town).check());
    town.kafka()
        .askedForLess()
        .forEach(
            (client, often) ->
                found.add(
                    new Violation(
                        "acknowledged",
                        client + " did not ask for all acknowledgements, " + often + " times")));
    return found;
  }
}
