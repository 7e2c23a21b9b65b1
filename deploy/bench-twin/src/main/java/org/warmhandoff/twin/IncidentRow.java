package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An incident. */
@Entity
@Table(name = "incident")
public class IncidentRow extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "police_service")
  String policeService;

  String jurisdiction;

  @Column(name = "external_id")
  String externalId;

  String zone;
  String mode;
  long version;

  @Column(name = "as_of")
  Instant asOf;

  byte[] digest;
  String type;
  String status;
  String domestic;
  String physical;
  String charge;
  String arrest;
  String released;

  @Column(name = "place_kind")
  @Nullable String placeKind;

  int priority;

  @Column(name = "occurred_at")
  Instant occurredAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "excluded_staff")
  UUID[] excludedStaff;

  String scene;

  static IncidentRow of(String policeService, ReportBody report, Instant now) {
    IncidentRow row = new IncidentRow();
    row.id = UUID.randomUUID();
    row.policeService = policeService;
    row.jurisdiction = "CA-ON";
    row.externalId = report.externalId();
    row.zone = "America/Toronto";
    row.mode = "LIVE";
    row.version = 1;
    row.asOf = report.asOf().toInstant();
    row.digest = Digests.of(report.externalId());
    row.type = report.type();
    row.status = report.status().toUpperCase(Locale.ROOT);
    row.domestic = report.domestic().toUpperCase(Locale.ROOT);
    row.physical = report.physical().toUpperCase(Locale.ROOT);
    row.charge = "UNDECIDED";
    row.arrest = "UNKNOWN";
    row.released = "UNKNOWN";
    row.placeKind = report.placeKind();
    row.priority = report.priority();
    row.occurredAt = report.occurredAt().toInstant();
    row.receivedAt = now;
    row.excludedStaff = new UUID[0];
    row.scene = "NOT_SAFE";
    return row;
  }
}
