package org.warmhandoff.incident;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** What intake makes of the persons of a report that was taken, before it looks for them. */
public final class Recognisable {

  private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

  private Recognisable() {}

  /** Makes the digests of a report's persons. */
  public static int traits(Report report) {
    Likeness.Digester digester = (kind, parts) -> BlindIndex.digest(KEY, kind, parts);
    List<Likeness> likenesses =
        report.persons().stream().map(one -> Likeness.of(one.fields(), digester)).toList();
    return Likeness.apart(likenesses).stream().mapToInt(one -> one.traits().size()).sum();
  }
}
