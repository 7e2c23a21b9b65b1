package org.warmhandoff.incident;

import java.util.HexFormat;

/** A keyed digest: equal content is found again, content cannot be guessed back from it. */
public record Digest(String hex) {

  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
