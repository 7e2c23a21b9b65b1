package org.warmhandoff.notification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is given, its address in the clear: it is sealed before anything is kept.
 *
 * @param address telephone number as in E.164, with a plus, or mailbox; null in the app
 * @param proof how it was proven to be theirs; null where that is not said
 */
public record GivenChannel(
    Kind kind, boolean verified, @Nullable String address, @Nullable Proof proof) {

  /** The kinds there are. */
  public enum Kind {
    IN_APP,
    SMS,
    VOICE,
    EMAIL
  }

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{7,14}");

  // what RFC 5321 allows is wider; what staff have is not
  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

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
    check(known, address, pointer + "/address");
    Proof proven = proof == null ? null : Codes.read(Proof.class, proof, pointer + "/proof");
    if (proven == Proof.CODE_ENTERED || proven == Proof.OWN_DEVICE) {
      throw new Flaw(pointer + "/proof", "called-back, seen-in-person, employers-record");
    }
    return new GivenChannel(known, verified, address, proven);
  }

  private static void check(Kind kind, @Nullable String address, String pointer) {
    switch (kind) {
      case IN_APP -> {
        if (address != null) {
          throw new Flaw(pointer, "none in the app");
        }
      }
      case SMS, VOICE -> {
        if (address == null || !NUMBER.matcher(address).matches()) {
          throw new Flaw(pointer, "a telephone number as in E.164, such as +15195550101");
        }
      }
      case EMAIL -> {
        if (address == null || !MAILBOX.matcher(address).matches()) {
          throw new Flaw(pointer, "an address such as worker@example.org");
        }
      }
    }
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
