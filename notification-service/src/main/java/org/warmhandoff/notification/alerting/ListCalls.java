package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.Conflicts;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.RoutedIncidents;

/** The calls a worker had of late: whoever is called back tomorrow must find where to tell it. */
@ApplicationScoped
class ListCalls {

  private static final Duration OF_LATE = Duration.ofDays(30);
  private static final int MOST = 20;

  private final Pages pages;
  private final RoutedIncidents incidents;
  private final Conflicts conflicts;
  private final InstantSource clock;

  ListCalls(Pages pages, RoutedIncidents incidents, Conflicts conflicts, InstantSource clock) {
    this.pages = pages;
    this.incidents = incidents;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * A call.
   *
   * @param at when they were paged
   * @param zone IANA zone the time is shown in
   */
  record Call(UUID assignment, UUID incident, Instant at, String zone) {}

  /** The latest first, without those they became a party of. */
  @Transactional
  public List<Call> list(UUID staff) {
    return pages.of(staff, clock.instant().minus(OF_LATE), MOST).stream()
        .filter(call -> !conflicts.excluded(view(call), staff))
        .map(
            call ->
                new Call(
                    call.assignment(), call.incident(), call.pagedAt(), view(call).facts().zone()))
        .toList();
  }

  private IncidentView view(Pages.Call call) {
    return incidents.findById(call.incident()).view();
  }
}
