package org.warmhandoff.incident;

import org.warmhandoff.contracts.Known;

/** What an officer says became of the alleged offender; the latest of these counts whole. */
public enum Custody {
  NOT_ARRESTED(Known.NO, Known.UNKNOWN),
  /** Arrested, and again after a release: the release is over then. */
  ARRESTED(Known.YES, Known.NO),
  /** Released, with his conditions written down. */
  RELEASED(Known.YES, Known.YES),
  /** Takes back what officers said of it. */
  UNKNOWN(Known.UNKNOWN, Known.UNKNOWN);

  private final Known arrest;
  private final Known released;

  Custody(Known arrest, Known released) {
    this.arrest = arrest;
    this.released = released;
  }

  Known arrest() {
    return arrest;
  }

  Known released() {
    return released;
  }
}
