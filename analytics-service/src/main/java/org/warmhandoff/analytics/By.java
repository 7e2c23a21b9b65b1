package org.warmhandoff.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a table's rows are. Each atom belongs to exactly one row of each table. */
public enum By {
  NONE("none") {
    @Override
    String groupOf(Atom atom) {
      return "all";
    }
  },
  PROGRAM("program") {
    @Override
    String groupOf(Atom atom) {
      return atom.program();
    }
  },
  MODE("mode") {
    @Override
    String groupOf(Atom atom) {
      return atom.mode();
    }
  },
  POLICE_SERVICE("police-service") {
    @Override
    String groupOf(Atom atom) {
      return atom.policeService();
    }
  };

  private final String code;

  By(String code) {
    this.code = code;
  }

  abstract String groupOf(Atom atom);

  public String code() {
    return code;
  }

  /** The dimension of this name in the API; empty for any other. */
  public static Optional<By> byCode(String code) {
    return Arrays.stream(values()).filter(by -> by.code.equals(code)).findFirst();
  }

  /** Every name the API takes. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(By::code).toList();
  }
}
