package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/** A key of one system of one police service. What it opens is settled when it is made. */
@Entity
@Table(name = "api_key")
public class ApiKey {

  @Id private String id;

  @Column(updatable = false)
  private UUID line;

  @Column(name = "police_service", updatable = false)
  private String policeService;

  @Column(updatable = false)
  private String jurisdiction;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  private byte[] digest;

  @Column(name = "posts_per_second", updatable = false)
  private @Nullable Integer postsPerSecond;

  @Column(name = "signing_secret", updatable = false)
  private byte @Nullable [] signingSecret;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "grace_until")
  private @Nullable Instant graceUntil;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  /** Written past this class, by the request that uses the key. */
  @Column(name = "last_used_at", insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  @Column(name = "last_used_from", insertable = false, updatable = false)
  private @Nullable String lastUsedFrom;

  ApiKey() {}

  /** The first key of its line. */
  public ApiKey(
      KeySecret secret,
      PoliceService policeService,
      Terms terms,
      byte @Nullable [] signingSecret,
      Instant madeAt) {
    this.id = secret.id();
    this.line = UUID.randomUUID();
    this.policeService = policeService.code();
    this.jurisdiction = policeService.jurisdiction();
    this.name = terms.name();
    this.digest = secret.digest();
    this.postsPerSecond = terms.postsPerSecond();
    this.signingSecret = signingSecret;
    this.madeAt = madeAt;
  }

  /**
   * What an administrator says of a key.
   *
   * @param name what it is known by, such as the system's; no person's
   * @param postsPerSecond its own limit, null where its police service's is enough
   * @param signed whether its requests must be signed
   */
  public record Terms(String name, @Nullable Integer postsPerSecond, boolean signed) {

    public static final int LONGEST_NAME = 80;
    public static final int FASTEST = 1_000_000;

    /** What can be read, and be stored as text. */
    private static final Pattern NAME = Pattern.compile("\\P{C}{1," + LONGEST_NAME + "}");

    /**
     * What was asked for, by whichever door.
     *
     * @throws Problem 422
     */
    public static Terms of(
        @Nullable String name, @Nullable Integer postsPerSecond, boolean signed) {
      String stripped = name == null ? "" : name.strip();
      if (!NAME.matcher(stripped).matches()) {
        throw wrong("/name", "a name of at most " + LONGEST_NAME + " visible characters");
      }
      if (postsPerSecond != null && (postsPerSecond < 1 || postsPerSecond > FASTEST)) {
        throw wrongLimit();
      }
      return new Terms(stripped, postsPerSecond, signed);
    }

    public static Problem wrongLimit() {
      return wrong("/postsPerSecond", "a whole number from 1 to " + FASTEST + ", or nothing");
    }

    private static Problem wrong(String pointer, String expected) {
      return Problem.wrong("invalid", "A field is missing or not valid.")
          .at(pointer)
          .expected(expected);
    }
  }

  /** The key that takes this one's place. */
  public ApiKey successor(KeySecret secret, byte @Nullable [] newSigningSecret, Instant now) {
    ApiKey next = new ApiKey();
    next.id = secret.id();
    next.line = line;
    next.policeService = policeService;
    next.jurisdiction = jurisdiction;
    next.name = name;
    next.digest = secret.digest();
    next.postsPerSecond = postsPerSecond;
    next.signingSecret = newSigningSecret;
    next.madeAt = now;
    return next;
  }

  /** Where it stands. */
  public KeyState state() {
    if (revokedAt != null) {
      return new KeyState.Revoked(revokedAt);
    }
    return graceUntil == null ? new KeyState.Active() : new KeyState.InGrace(graceUntil);
  }

  public void become(KeyState.InGrace replaced) {
    graceUntil = replaced.until();
  }

  public void become(KeyState.Revoked revoked) {
    revokedAt = revoked.at();
  }

  public KnownKey known() {
    return new KnownKey(
        id,
        line,
        policeService,
        jurisdiction,
        digest,
        state(),
        postsPerSecond,
        signingSecret,
        lastUsedAt);
  }

  public String id() {
    return id;
  }

  public UUID line() {
    return line;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public String name() {
    return name;
  }

  public @Nullable Integer postsPerSecond() {
    return postsPerSecond;
  }

  public boolean demandsSigning() {
    return signingSecret != null;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }

  public @Nullable String lastUsedFrom() {
    return lastUsedFrom;
  }
}
