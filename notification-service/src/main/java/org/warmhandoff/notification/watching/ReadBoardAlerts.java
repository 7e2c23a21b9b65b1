package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Conflicts;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.RoutedIncidents;

/** What waits for somebody to say that they know, for the head of a police service's board. */
@ApplicationScoped
public class ReadBoardAlerts {

  private final Alerts alerts;
  private final RoutedIncidents incidents;
  private final Conflicts conflicts;

  ReadBoardAlerts(Alerts alerts, RoutedIncidents incidents, Conflicts conflicts) {
    this.alerts = alerts;
    this.incidents = incidents;
    this.conflicts = conflicts;
  }

  /** The longest waiting first, without incidents the dispatcher is a party of. */
  @Transactional
  public List<BoardAlert> read(String policeService, UUID staff) {
    return alerts.unanswered(policeService).stream().flatMap(one -> line(one, staff)).toList();
  }

  private Stream<BoardAlert> line(Alert alert, UUID staff) {
    IncidentView incident = incidents.findById(alert.incident()).view();
    return conflicts.excluded(incident, staff)
        ? Stream.empty()
        : Stream.of(
            new BoardAlert(
                alert.incident(),
                Codes.of(alert.kind()),
                alert.code(),
                alert.raisedAt(),
                alert.isUnattended(),
                incident.facts().zone()));
  }
}
