package org.warmhandoff.notification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is given, its address in the clear: it is sealed before anything is kept.
 *
 * @param address telephone number as in E.164, with a plus; null in the app
 * @param proof how it was proven to be theirs; null where that is not said
 */
public record GivenChannel(
    Kind kind, boolean verified, @Nullable String address, @Nullable Proof proof) {

  /** The kinds there are. */
  public enum Kind {
    IN_APP,
    SMS,
    VOICE
  }

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{7,14}");

  /**
   * Reads one.
   *
   * @param pointer JSON pointer of where it stands
   * @throws Flaw where a field is wrong; what was given is not repeated
   */
  public static GivenChannel read(
      @Nullable String kind,
      boolean verified,
      @Nullable String address,
      @Nullable String proof,
      String pointer) {
    Kind known = Codes.read(Kind.class, kind, pointer + "/kind");
    if (known == Kind.IN_APP && address != null) {
      throw new Flaw(pointer + "/address", "none in the app");
    }
    if (known != Kind.IN_APP && (address == null || !NUMBER.matcher(address).matches())) {
      throw new Flaw(pointer + "/address", "a telephone number as in E.164, such as +15195550101");
    }
    return new GivenChannel(
        known,
        verified,
        address,
        proof == null ? null : Codes.read(Proof.class, proof, pointer + "/proof"));
  }

  /** The kind as it is stored. */
  public String code() {
    return Codes.of(kind);
  }

  /** Without its address: this may end up in a log. */
  @Override
  public String toString() {
    return "GivenChannel[" + code() + "]";
  }
}
