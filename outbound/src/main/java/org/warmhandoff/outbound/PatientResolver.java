package org.warmhandoff.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.warmhandoff.outbound.Target.Resolver;

/**
 * Asks another resolver, and waits for it only so long: whoever holds a name could let it hang, and
 * a sender with it.
 */
public final class PatientResolver implements Resolver {

  private static final int SECONDS = 5;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("outbound-name-", 0).factory());
  private final Resolver resolver;

  /**
   * Makes one.
   *
   * @param resolver the one that is asked
   */
  public PatientResolver(Resolver resolver) {
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
