package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.ConsentEvent.ConsentRefused;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
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

/**
 * What routing knows of an incident: ids, codes and instants only.
 *
 * @param facts the latest full state
 * @param mark counts the facts heard of it, from 1
 * @param openMark when (in marks) the call last became open
 * @param releaseMark when (in marks) arrest and release were both known
 * @param consents every consent heard of, withdrawn ones included
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
    List<Consent> consents) {

  public IncidentView {
    consents = List.copyOf(consents);
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

  /** A consent heard of, by id. */
  public record Consent(
      UUID consent,
      UUID person,
      String agency,
      Instant validFrom,
      Instant expiresAt,
      boolean withdrawn,
      long mark) {
    /** Whether it covers this agency (null: any) at this instant. */
    boolean covers(@Nullable String wantedAgency, Instant now) {
      return !withdrawn
          && now.isBefore(expiresAt)
          && (wantedAgency == null || wantedAgency.equals(agency));
    }
  }

  /** The first that is heard of an incident. */
  public static IncidentView of(
      IncidentReported reported, String policeService, String jurisdiction, Mode mode) {
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
        List.of());
  }

  /** After one more fact of the incident. */
  public IncidentView after(IncidentEvent event) {
    long next = mark + 1;
    return switch (event) {
      case IncidentReported again -> reported(again.facts(), next);
      case IncidentUpdated updated -> reported(updated.facts(), next);
      case SceneDeclaredSafe safe ->
          with(new Scene.Safe(safe.by(), safe.at(), safe.suspect(), next), wanted, next);
      case SceneSafetyRevoked revoked ->
          with(new Scene.Unsafe(revoked.by(), revoked.at(), next), wanted, next);
      case WorkerWanted asked ->
          with(
              scene,
              new Wanted(
                  asked.by(), asked.at(), asked.help(), asked.victim(), asked.language(), next),
              next);
      // who left no longer stands beside the victim: the asking ends with the scene
      case OfficersCleared cleared ->
          with(new Scene.Cleared(cleared.by(), cleared.at(), next), null, next);
    };
  }

  /** After a consent, a refusal or a withdrawal. A refusal changes nothing here: help goes on. */
  public IncidentView after(ConsentEvent event) {
    long next = mark + 1;
    List<Consent> changed = new ArrayList<>(consents);
    switch (event) {
      case ConsentGiven given -> {
        changed.removeIf(consent -> consent.consent().equals(given.consent()));
        changed.add(
            new Consent(
                given.consent(),
                given.person(),
                given.agency(),
                given.validFrom(),
                given.expiresAt(),
                false,
                next));
      }
      case ConsentRefused refused -> {}
      case ConsentWithdrawn withdrawn ->
          changed.replaceAll(
              consent ->
                  consent.consent().equals(withdrawn.consent())
                      ? new Consent(
                          consent.consent(),
                          consent.person(),
                          consent.agency(),
                          consent.validFrom(),
                          consent.expiresAt(),
                          true,
                          consent.mark())
                      : consent);
    }
    return new IncidentView(
        incident,
        policeService,
        jurisdiction,
        mode,
        facts,
        scene,
        wanted,
        next,
        openMark,
        releaseMark,
        changed);
  }

  private IncidentView reported(IncidentFacts latest, long next) {
    boolean reopened = latest.status() == Status.ACTIVE && facts.status() != Status.ACTIVE;
    boolean released = releasedIn(latest) && !releasedIn(facts);
    return new IncidentView(
        incident,
        policeService,
        jurisdiction,
        mode,
        latest,
        scene,
        wanted,
        next,
        reopened ? next : openMark,
        released ? next : releaseMark,
        consents);
  }

  private IncidentView with(Scene newScene, @Nullable Wanted newWanted, long next) {
    return new IncidentView(
        incident,
        policeService,
        jurisdiction,
        mode,
        facts,
        newScene,
        newWanted,
        next,
        openMark,
        releaseMark,
        consents);
  }

  private static boolean releasedIn(IncidentFacts facts) {
    return facts.arrest() == Known.YES && facts.released() == Known.YES;
  }
}
