package org.warmhandoff.notification;

import java.util.List;

/**
 * Why something was decided, as a stable code and what it speaks of; the sentence people read comes
 * from the message bundle.
 *
 * @param code stable, kebab-case
 * @param args codes, ids, counts or instants in ISO form; never personal data
 */
public record Reason(String code, List<String> args) {

  /** What everyone but the privacy office reads instead of a reason that touches a party. */
  public static final String NOT_AVAILABLE = "not-available";

  static final String ON_SCENE = "on-scene";
  static final String PAGE_OPEN = "page-open";
  static final String JUST_TAKEN = "just-taken";

  public Reason {
    args = List.copyOf(args);
  }

  public static Reason of(String code, Object... args) {
    String[] said = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      said[i] = args[i].toString();
    }
    return new Reason(code, List.of(said));
  }

  boolean is(String one) {
    return code.equals(one);
  }

  /** Whether they have something else in hand, and will be free again. */
  boolean busy() {
    return is(ON_SCENE) || is(PAGE_OPEN) || is(JUST_TAKEN);
  }

  /** Whether it would tell a colleague something about a person. */
  boolean hidden() {
    return shown().is(NOT_AVAILABLE);
  }

  /**
   * The reason as a board may show it. A dyad, a party or a leave would tell a colleague something
   * about a person, so those read "not available".
   */
  public Reason shown() {
    return switch (code) {
      case "excluded", "excluded-unit", "other-side", "on-leave", "dual-role", "conflict" ->
          of(NOT_AVAILABLE);
      default -> this;
    };
  }
}
