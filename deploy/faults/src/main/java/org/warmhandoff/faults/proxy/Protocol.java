package org.warmhandoff.faults.proxy;

/** What a proxy understands of what flows through it. */
@FunctionalInterface
public interface Protocol {

  /** A fresh pair of eyes for one connection. */
  Watch watch();

  /** Sees what a client says, in order. */
  interface Watch {

    /** Takes the next bytes, as many as stand in the buffer. */
    void saw(byte[] bytes, int length);

    /** Who the client is, "" as long as it has not said. */
    String client();
  }
}
