package org.warmhandoff.incident;

/** Why two persons may be one; the strongest first. */
public enum LinkHint {
  /** The same number, which other persons have too or whose name and birth date say otherwise. */
  RECORD_NUMBER,
  /** The same name and birth date, which other persons have too or whose number says otherwise. */
  SAME_NAME,
  /** The same name, the birth date with day and month in each other's place. */
  SWAPPED_BIRTH_DATE,
  /** Names that sound alike and the same birth date. */
  SIMILAR_NAME,
  /** The same first given name and birth date: a name changed by marriage, or twins' namesakes. */
  SAME_GIVEN_NAME,
  /** The same phone, which partners share. */
  PHONE,
  /** The same address, which partners share. */
  ADDRESS;

  /** The code as it goes over the wire. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
