package org.warmhandoff.incident;

/** What every door that reads a body holds it to. */
public final class BodyRules {

  /** The largest body, in bytes as sent and as opened, but for lines without end. */
  public static final int LARGEST = 256 * 1024;

  /** Reports of our own, one per line, as many as there are. */
  public static final String LINES = "application/x-ndjson";

  private BodyRules() {}
}
