package org.warmhandoff.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.notification.IncidentView.Ask;
import org.warmhandoff.notification.IncidentView.Consent;
import org.warmhandoff.notification.IncidentView.Scene;
import org.warmhandoff.notification.IncidentView.Wanted;

/** A view being written anew: what is not set stays as it was. */
final class ViewDraft {

  private final IncidentView before;
  Mode mode;
  IncidentFacts facts;
  Scene scene;
  @Nullable Wanted wanted;
  long mark;
  long openMark;
  long releaseMark;
  List<Consent> consents;
  @Nullable Ask ask;
  List<Instant> times;
  long reopenMark;
  @Nullable List<UUID> linked;

  ViewDraft(IncidentView before) {
    this.before = before;
    mode = before.mode();
    facts = before.facts();
    scene = before.scene();
    wanted = before.wanted();
    mark = before.mark();
    openMark = before.openMark();
    releaseMark = before.releaseMark();
    consents = before.consents();
    ask = before.ask();
    times = before.kept();
    reopenMark = before.reopenMark();
    linked = before.linked();
  }

  IncidentView done() {
    return new IncidentView(
        before.incident(),
        before.policeService(),
        before.jurisdiction(),
        mode,
        facts,
        scene,
        wanted,
        mark,
        openMark,
        releaseMark,
        consents,
        ask,
        times,
        reopenMark,
        linked);
  }
}
