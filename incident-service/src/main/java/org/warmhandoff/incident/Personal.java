package org.warmhandoff.incident;

/**
 * Something that can identify a person. It shows itself only to code that asks for it by name, so
 * that a log line, an exception or a record's {@code toString} cannot tell it by accident.
 */
public final class Personal {

  private final String value;

  private Personal(String value) {
    this.value = value;
  }

  public static Personal of(String value) {
    return new Personal(value);
  }

  /** The content itself; for the vault, and for the page or answer it was asked for. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Personal personal && personal.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "[personal]";
  }
}
