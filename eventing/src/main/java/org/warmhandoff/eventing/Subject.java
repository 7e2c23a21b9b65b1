package org.warmhandoff.eventing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;

/**
 * What an event to be told is about: the aggregate, with the version this event makes it.
 *
 * @param id the aggregate's opaque id
 * @param key the record key: events with the same key keep their order
 * @param version one more than the aggregate's last event on this topic, from 1
 * @param correlation the incident it belongs to; what a trace follows
 * @param causation the id of the event that caused this one
 * @param dataref where an agency reads the content
 */
public record Subject(
    UUID id,
    String key,
    long version,
    String policeService,
    String jurisdiction,
    Mode mode,
    @Nullable UUID correlation,
    @Nullable UUID causation,
    @Nullable String dataref) {

  public Subject {
    if (version < 1) {
      throw new IllegalArgumentException("an aggregate's events are counted from 1");
    }
  }

  /** An aggregate whose events are keyed by its own id. */
  public static Subject of(
      UUID id, long version, String policeService, String jurisdiction, Mode mode) {
    return new Subject(
        id, id.toString(), version, policeService, jurisdiction, mode, null, null, null);
  }

  /** The incident itself: keyed by it, and correlated with it. */
  public static Subject ofIncident(
      UUID incident, long version, String policeService, String jurisdiction, Mode mode) {
    return of(incident, version, policeService, jurisdiction, mode).within(incident);
  }

  /** An aggregate that is caused by a fact: its police service, mode and incident carry over. */
  public static Subject following(Head cause, UUID id, long version) {
    return new Subject(
        id,
        id.toString(),
        version,
        cause.policeService(),
        cause.jurisdiction(),
        cause.mode(),
        cause.correlation(),
        cause.id(),
        null);
  }

  /** Keyed by something larger than the aggregate, such as its incident. */
  public Subject keyedBy(UUID key) {
    return new Subject(
        id,
        key.toString(),
        version,
        policeService,
        jurisdiction,
        mode,
        correlation,
        causation,
        dataref);
  }

  /** Belongs to this incident. */
  public Subject within(@Nullable UUID incident) {
    return new Subject(
        id, key, version, policeService, jurisdiction, mode, incident, causation, dataref);
  }

  /** Caused by this event. */
  public Subject causedBy(@Nullable UUID event) {
    return new Subject(
        id, key, version, policeService, jurisdiction, mode, correlation, event, dataref);
  }

  /** The same aggregate one event later. */
  public Subject atVersion(long later) {
    return new Subject(
        id, key, later, policeService, jurisdiction, mode, correlation, causation, dataref);
  }

  /** With the address its content is read at. */
  public Subject readAt(String address) {
    return new Subject(
        id, key, version, policeService, jurisdiction, mode, correlation, causation, address);
  }
}
