package org.warmhandoff.incident.admitting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Once a minute drops what is too old, beside the requests and never within one. */
@ApplicationScoped
class SignatureClerk {

  private static final Logger LOG = Logger.getLogger(SignatureClerk.class);
  private static final long PAUSE_SECONDS = 60;

  private final ForgetSignedRequests forgetSignedRequests;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread worker;

  SignatureClerk(ForgetSignedRequests forgetSignedRequests) {
    this.forgetSignedRequests = forgetSignedRequests;
  }

  void start(@Observes StartupEvent event) {
    worker = Thread.ofPlatform().daemon().name("signature-clerk").start(this::work);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    if (worker != null) {
      worker.join(Duration.ofSeconds(5));
    }
  }

  private void work() {
    try {
      do {
        forget();
      } while (!stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      boolean more = true;
      while (more && stopping.getCount() > 0) {
        more = forgetSignedRequests.forget();
      }
    } catch (RuntimeException away) {
      LOG.warnf("old signed requests wait to be dropped (%s)", away.getClass().getName());
    }
  }
}
