package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PartyRole;

/**
 * What routing knows of an incident: ids, codes and instants only.
 *
 * @param mode live as soon as one live fact was heard of it: what came in as history and is worked
 *     on now is live, and stays so
 * @param facts the latest full state
 * @param mark counts the facts heard of it, from 1
 * @param openMark when (in marks) the call last became open
 * @param releaseMark when (in marks) arrest and release were both known
 * @param consents every consent heard of, withdrawn ones included
 * @param ask the last asking for a worker; unlike {@code wanted} it outlives the officers' leaving
 * @param times when each of the last facts happened, the newest last
 * @param reopenMark when (in marks) the call was last opened again after it was over; 0: never
 * @param linked incidents it is linked with, each as the one that goes on; absent where there are
 *     none
 */
public record IncidentView(
    UUID incident,
    String policeService,
    String jurisdiction,
    Mode mode,
    IncidentFacts facts,
    Scene scene,
    @Nullable Wanted wanted,
    long mark,
    long openMark,
    long releaseMark,
    List<Consent> consents,
    @Nullable Ask ask,
    @Nullable List<Instant> times,
    long reopenMark,
    @Nullable List<UUID> linked) {

  public IncidentView {
    consents = List.copyOf(consents);
    // rows written before times were kept have none
    times = times == null ? List.of() : List.copyOf(times);
    linked = linked == null ? null : List.copyOf(linked);
  }

  /** Whether a worker may be at the scene. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Scene.Undeclared.class, name = "undeclared"),
    @JsonSubTypes.Type(value = Scene.Safe.class, name = "safe"),
    @JsonSubTypes.Type(value = Scene.Unsafe.class, name = "unsafe"),
    @JsonSubTypes.Type(value = Scene.Cleared.class, name = "cleared")
  })
  public sealed interface Scene {
    /** Nobody said anything yet. */
    record Undeclared() implements Scene {}

    record Safe(UUID by, Instant at, Suspect suspect, long mark) implements Scene {}

    /** It was safe and is not any more. */
    record Unsafe(UUID by, Instant at, long mark) implements Scene {}

    /** The officers left. */
    record Cleared(UUID by, Instant at, long mark) implements Scene {}
  }

  /** An officer asked for a worker. */
  public record Wanted(
      UUID by,
      Instant at,
      Help help,
      @Nullable UUID victim,
      @Nullable String language,
      long mark) {}

  /**
   * An asking, whether it still stands or not.
   *
   * @param nobodyTold whether police heard that nobody comes
   */
  public record Ask(long mark, boolean nobodyTold) {}

  /** A consent heard of, by id. */
  public record Consent(
      UUID consent,
      UUID person,
      String agency,
      Instant validFrom,
      Instant expiresAt,
      boolean withdrawn,
      long mark) {
    /** The same, as a fact with this number. */
    Consent heardAs(long fact) {
      return new Consent(consent, person, agency, validFrom, expiresAt, withdrawn, fact);
    }

    /** Whether it covers this agency (null: any) at this instant. */
    boolean covers(@Nullable String wantedAgency, Instant now) {
      return !withdrawn
          && now.isBefore(expiresAt)
          && (wantedAgency == null || wantedAgency.equals(agency));
    }
  }

  /** The first that is heard of an incident. */
  public static IncidentView of(
      IncidentReported reported, String policeService, String jurisdiction, Mode mode, Instant at) {
    return new IncidentView(
        reported.incident(),
        policeService,
        jurisdiction,
        mode,
        reported.facts(),
        new Scene.Undeclared(),
        null,
        1,
        1,
        releasedIn(reported.facts()) ? 1 : 0,
        List.of(),
        null,
        List.of(at),
        0,
        null);
  }

  /**
   * After one more fact of the incident.
   *
   * @param heardAs the mode of that fact
   * @param at when it happened
   */
  public IncidentView after(IncidentEvent event, Mode heardAs, Instant at) {
    long next = mark + 1;
    IncidentView heard = heard(heardAs == Mode.LIVE ? Mode.LIVE : mode, next, at);
    return switch (event) {
      case IncidentReported again -> heard.reported(again.facts());
      case IncidentUpdated updated -> heard.reported(updated.facts());
      case SceneDeclaredSafe safe ->
          heard.with(new Scene.Safe(safe.by(), safe.at(), safe.suspect(), next), wanted, ask);
      case SceneSafetyRevoked revoked ->
          heard.with(new Scene.Unsafe(revoked.by(), revoked.at(), next), wanted, ask);
      case WorkerWanted asked ->
          heard.with(
              scene,
              new Wanted(
                  asked.by(), asked.at(), asked.help(), asked.victim(), asked.language(), next),
              new Ask(next, false));
      // who left no longer stands beside the victim: the asking ends with the scene
      case OfficersCleared cleared ->
          heard.with(new Scene.Cleared(cleared.by(), cleared.at(), next), null, ask);
      case IncidentEvent.AdvisoryAcknowledged known -> this;
      // what moves between incidents is no fact of one of them
      case IncidentEvent.IncidentMerged merged -> this;
      case IncidentEvent.IncidentSeparated separated -> this;
      case IncidentEvent.IncidentSplit split -> this;
      case IncidentEvent.IncidentLinked linked -> this;
      case IncidentEvent.IncidentUnlinked unlinked -> this;
    };
  }

  /** After a consent, a refusal or a withdrawal. A refusal changes nothing here: help goes on. */
  public IncidentView after(ConsentEvent event, Instant at) {
    long next = mark + 1;
    return heard(mode, next, at).with(Consents.after(consents, event, next));
  }

  /** After police heard that nobody comes. */
  public IncidentView nobodyTold() {
    return ask == null ? this : with(scene, wanted, new Ask(ask.mark(), true));
  }

  /** Whether this person is a party in this role, by what is known now. */
  boolean is(UUID person, PartyRole role) {
    // not by equals: whether a party is known by other ids too changes nothing here
    return facts.parties().stream()
        .anyMatch(party -> party.role() == role && party.person().equals(person));
  }

  /** The language she is to be spoken to in (BCP 47), as an officer last said; empty: unsaid. */
  public Optional<String> language() {
    Circumstances said = facts.circumstances();
    String asked = wanted == null ? null : wanted.language();
    return Optional.ofNullable(asked == null && said != null ? said.language() : asked);
  }

  /** How much sooner than others, by the officers' screens; empty where nothing hurries. */
  public Optional<Urgency> urgency() {
    return Optional.ofNullable(facts.circumstances()).map(Circumstances::urgency);
  }

  /** When the fact with this number happened; empty where that was not kept. */
  public Optional<Instant> timeOf(long fact) {
    List<Instant> kept = kept();
    long index = kept.size() - 1 - (mark - fact);
    return index < 0 || index >= kept.size()
        ? Optional.empty()
        : Optional.of(kept.get((int) index));
  }

  List<Instant> kept() {
    return times == null ? List.of() : times;
  }

  /** Incidents whose helpers keep to their side here, too. */
  public List<UUID> beside() {
    return linked == null ? List.of() : linked;
  }

  private IncidentView heard(Mode as, long next, Instant at) {
    List<Instant> longer = new ArrayList<>(kept());
    longer.add(at);
    ViewDraft draft = new ViewDraft(this);
    draft.mode = as;
    draft.mark = next;
    draft.times = longer;
    return draft.done();
  }

  private IncidentView with(List<Consent> changed) {
    ViewDraft draft = new ViewDraft(this);
    draft.consents = changed;
    return draft.done();
  }

  private IncidentView reported(IncidentFacts latest) {
    boolean reopened = latest.status() == Status.ACTIVE && facts.status() != Status.ACTIVE;
    boolean released = releasedIn(latest) && !releasedIn(facts);
    ViewDraft draft = new ViewDraft(this);
    draft.facts = latest;
    draft.openMark = reopened ? mark : openMark;
    draft.reopenMark = reopened ? mark : reopenMark;
    draft.releaseMark = released ? mark : releaseMark;
    return draft.done();
  }

  private IncidentView with(Scene newScene, @Nullable Wanted newWanted, @Nullable Ask newAsk) {
    ViewDraft draft = new ViewDraft(this);
    draft.scene = newScene;
    draft.wanted = newWanted;
    draft.ask = newAsk;
    return draft.done();
  }

  static boolean releasedIn(IncidentFacts facts) {
    return facts.arrest() == Known.YES && facts.released() == Known.YES;
  }
}
