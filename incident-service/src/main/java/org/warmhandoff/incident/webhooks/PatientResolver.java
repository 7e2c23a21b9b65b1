package org.warmhandoff.incident.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.warmhandoff.incident.WebhookTarget.Resolver;

/**
 * Asks another resolver, and waits for it only so long: whoever holds a name could let it hang, and
 * a sender with it.
 */
final class PatientResolver implements Resolver {

  private static final int SECONDS = 5;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("webhook-name-", 0).factory());
  private final Resolver resolver;

  PatientResolver(Resolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public InetAddress[] addresses(String host) throws UnknownHostException {
    Future<InetAddress[]> found = threads.submit(() -> resolver.addresses(host));
    try {
      return found.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("stopped");
    } catch (ExecutionException | TimeoutException failed) {
      found.cancel(true);
      throw new UnknownHostException("no answer");
    }
  }
}
