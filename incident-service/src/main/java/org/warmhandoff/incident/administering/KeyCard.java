package org.warmhandoff.incident.administering;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.ApiKeyAct;
import org.warmhandoff.incident.KeyState;

/** A key as it stands on the page; instants are the police service's local time, to the minute. */
record KeyCard(
    String id,
    String name,
    KeyState.Word state,
    boolean active,
    boolean revocable,
    @Nullable String used,
    String usedFrom,
    @Nullable String until,
    @Nullable Integer postsPerSecond,
    boolean signed,
    List<Done> acts) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** What somebody did, and when. */
  record Done(ApiKeyAct.Act act, String at, String by) {}

  static List<KeyCard> of(ListApiKeys.Listing listing) {
    return listing.keys().stream().map(key -> of(key, listing.zone())).toList();
  }

  private static KeyCard of(ListApiKeys.Listed key, ZoneId zone) {
    Instant used = key.lastUsedAt();
    Instant until = key.opensUntil();
    String from = key.lastUsedFrom();
    return new KeyCard(
        key.id(),
        key.name(),
        key.state(),
        key.active(),
        key.revocable(),
        used == null ? null : local(used, zone),
        from == null ? "" : from,
        until == null ? null : local(until, zone),
        key.postsPerSecond(),
        key.signed(),
        key.acts().stream()
            .map(act -> new Done(act.act(), local(act.at(), zone), act.by()))
            .toList());
  }

  private static String local(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }
}
