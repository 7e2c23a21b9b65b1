package org.warmhandoff.eventing.end;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;

/** The end of this process: orderly if it can be, after half a minute in any case. */
public final class EndOfProcess {

  private static final Logger LOG = Logger.getLogger(EndOfProcess.class);

  /** Internal software error (sysexits.h). */
  private static final int SOFTWARE_FAULT = 70;

  private static final long ORDERLY_SECONDS = 30;
  private static final AtomicBoolean ENDING = new AtomicBoolean();

  private EndOfProcess() {}

  /** Ends the process; the first reason counts. */
  public static void because(String reason, @Nullable Throwable cause) {
    if (ENDING.compareAndSet(false, true)) {
      LOG.fatalf("%s; the process ends %s", reason, Shape.of(cause));
      Thread.ofPlatform().name("end-of-process").daemon().start(EndOfProcess::halt);
      Quarkus.asyncExit(SOFTWARE_FAULT);
    }
  }

  private static void halt() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ORDERLY_SECONDS);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    Runtime.getRuntime().halt(SOFTWARE_FAULT);
  }
}
