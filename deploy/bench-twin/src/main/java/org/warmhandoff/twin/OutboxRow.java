package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What is to be published after the commit. */
@Entity
@Table(name = "outbox")
public class OutboxRow extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  UUID id;
  String topic;

  @Column(name = "record_key")
  String recordKey;

  String type;
  UUID subject;
  long version;

  @Column(name = "police_service")
  String policeService;

  String jurisdiction;
  String mode;

  @Column(name = "business_time")
  Instant businessTime;

  UUID correlation;
  byte[] body;

  static OutboxRow reported(IncidentRow incident, ReportBody report, Instant now) {
    return of(incident, incident.id, "twin.incident", "incident-reported", now, report.toString());
  }

  static OutboxRow registered(IncidentRow incident, PersonRow person, Instant now) {
    return of(incident, person.id, "twin.person", "person-registered", now, person.id.toString());
  }

  private static OutboxRow of(
      IncidentRow incident, UUID subject, String topic, String type, Instant now, String body) {
    OutboxRow row = new OutboxRow();
    row.id = UUID.randomUUID();
    row.topic = topic;
    row.recordKey = subject.toString();
    row.type = type;
    row.subject = subject;
    row.version = 1;
    row.policeService = incident.policeService;
    row.jurisdiction = incident.jurisdiction;
    row.mode = "LIVE";
    row.businessTime = now;
    row.correlation = incident.id;
    row.body = body.getBytes(StandardCharsets.UTF_8);
    return row;
  }
}
