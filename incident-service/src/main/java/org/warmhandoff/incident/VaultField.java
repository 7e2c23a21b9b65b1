package org.warmhandoff.incident;

/** What the vault can hold of a person; each field is encrypted, read and recorded by itself. */
public enum VaultField {
  NAME,
  BIRTH_DATE,
  PHONE,
  ADDRESS,
  LANGUAGE,
  RECORD_NUMBER,
  SAFE_CONTACT,
  /** What a source says of a person in fields this release does not know, as JSON. */
  UNKNOWN_FIELDS;

  /** What holds where one report says two things of one person: the last, of unknown fields all. */
  Personal both(Personal first, Personal second) {
    return this == UNKNOWN_FIELDS && !first.equals(second)
        ? Personal.of(first.reveal() + "\n" + second.reveal())
        : second;
  }
}
