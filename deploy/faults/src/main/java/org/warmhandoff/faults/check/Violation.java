package org.warmhandoff.faults.check;

/**
 * Something that must never be, and was.
 *
 * @param rule the rule's short name, as the report counts it
 */
public record Violation(String rule, String what) {

  @Override
  public String toString() {
    return rule + ": " + what;
  }
}
