package org.warmhandoff.incident;

/** What the vault can hold of a person; each field is encrypted, read and recorded by itself. */
public enum VaultField {
  NAME,
  BIRTH_DATE,
  PHONE,
  ADDRESS,
  LANGUAGE,
  RECORD_NUMBER,
  SAFE_CONTACT
}
