package org.warmhandoff.referral;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** An identity provider that takes every connection and never says a word. */
public final class SilentIdentity implements QuarkusTestResourceLifecycleManager {

  private final ServerSocket listening;

  /** Created by Quarkus. */
  public SilentIdentity() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.oidc-client.auth-server-url",
        "http://localhost:" + listening.getLocalPort() + "/identity");
  }

  @Override
  public void stop() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
