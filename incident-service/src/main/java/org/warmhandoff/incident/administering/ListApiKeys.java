package org.warmhandoff.incident.administering;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.ApiKeyAct;
import org.warmhandoff.incident.ApiKeyActs;
import org.warmhandoff.incident.ApiKeys;
import org.warmhandoff.incident.KeyState;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;

/** The keys of a police service: what they are for and when they were used, never themselves. */
@ApplicationScoped
class ListApiKeys {

  private final PoliceServices policeServices;
  private final ApiKeys keys;
  private final ApiKeyActs acts;
  private final InstantSource clock;

  ListApiKeys(PoliceServices policeServices, ApiKeys keys, ApiKeyActs acts, InstantSource clock) {
    this.policeServices = policeServices;
    this.keys = keys;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * A key as it is listed.
   *
   * @param line the same for the keys that replaced each other
   * @param opensUntil the end of its grace, where it was replaced
   * @param postsPerSecond its own limit; absent where its police service's is enough
   * @param signed whether its requests must be signed
   * @param lastUsedAt to the minute, also where it was tried after its end; absent where it never
   *     was
   * @param lastUsedFrom network address
   * @param acts what administrators did to it, in order
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listed(
      String id,
      UUID line,
      String name,
      KeyState.Word state,
      @Nullable Instant opensUntil,
      @Nullable Integer postsPerSecond,
      boolean signed,
      Instant madeAt,
      @Nullable Instant lastUsedAt,
      @Nullable String lastUsedFrom,
      List<Done> acts) {

    boolean active() {
      return state == KeyState.Word.ACTIVE;
    }

    boolean revocable() {
      return active() || state == KeyState.Word.IN_GRACE;
    }
  }

  /**
   * All of them.
   *
   * @param zone the police service's, for who reads them on a page
   */
  record Listing(ZoneId zone, List<Listed> keys) {}

  /**
   * What somebody did.
   *
   * @param by the account
   */
  record Done(ApiKeyAct.Act act, String by, Instant at) {}

  /**
   * Newest first.
   *
   * @throws Problem 404 for a police service that is not set up
   */
  @Transactional
  public Listing list(String policeService) {
    PoliceService known =
        policeServices
            .findByIdOptional(policeService)
            .orElseThrow(KeyAdministrator::noSuchPoliceService);
    Map<String, List<ApiKeyAct>> done =
        acts.of(policeService).stream().collect(Collectors.groupingBy(ApiKeyAct::key));
    Instant now = clock.instant();
    return new Listing(
        ZoneId.of(known.zone()),
        keys.of(policeService).stream()
            .map(key -> listed(key, done.getOrDefault(key.id(), List.of()), now))
            .toList());
  }

  private static Listed listed(ApiKey key, List<ApiKeyAct> done, Instant now) {
    KeyState state = key.state();
    return new Listed(
        key.id(),
        key.line(),
        key.name(),
        state.word(now),
        state instanceof KeyState.InGrace grace ? grace.until() : null,
        key.postsPerSecond(),
        key.demandsSigning(),
        key.madeAt(),
        key.lastUsedAt(),
        key.lastUsedFrom(),
        done.stream().map(act -> new Done(act.act(), act.by(), act.at())).toList());
  }
}
