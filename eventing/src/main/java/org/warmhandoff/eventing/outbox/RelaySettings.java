package org.warmhandoff.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the relay reads, and how. */
@ApplicationScoped
class RelaySettings {

  private final String url;
  private final String user;
  private final String password;
  private final String application;
  private final boolean enabled;
  private final int page;
  private final Duration poll;
  private final Duration linger;

  /**
   * @param page rows published together at most
   * @param poll how long to wait where no commit rings the bell, which those of other replicas do
   *     not
   * @param linger how long what was just told waits for what is told next, to be published with it;
   *     zero: not at all
   */
  RelaySettings(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "handoff.relay.enabled") boolean enabled,
      @ConfigProperty(name = "handoff.relay.page") int page,
      @ConfigProperty(name = "handoff.relay.poll") Duration poll,
      @ConfigProperty(name = "handoff.relay.linger") Duration linger) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.application = application;
    this.enabled = enabled;
    this.page = page;
    this.poll = poll;
    this.linger = linger;
  }

  RelayDatabase connect() throws SQLException {
    return RelayDatabase.connect(url, user, password, "/" + application);
  }

  boolean enabled() {
    return enabled;
  }

  int page() {
    return page;
  }

  Duration poll() {
    return poll;
  }

  Duration linger() {
    return linger;
  }
}
