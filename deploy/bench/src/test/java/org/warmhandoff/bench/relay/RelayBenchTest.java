package org.warmhandoff.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.warmhandoff.bench.ground.Ground;

/** All phases with tiny numbers: not how fast anybody is, but that everybody delivers. */
class RelayBenchTest {

  private static final int ROWS = 2_000;
  private static final int RATE = 100;
  private static final Duration BOUND = Duration.ofSeconds(60);

  @Test
  void everyContestantDeliversAllInEveryPhase() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    try (Ground ground = new Ground()) {
      for (Peer peer : Peer.values()) {
        Drain.Result drain = new Drain(ROWS, BOUND).run(ground, peer);
        softly.assertThat(drain.lost()).as("%s, lost in the drain", peer).isZero();
        softly.assertThat(drain.used().contestant()).as("%s, CPU", peer).isPositive();
        softly.assertThat(drain.used().database()).as("%s, database CPU", peer).isPositive();

        Latency.Result latency = new Latency(RATE, 2, 2, BOUND).run(ground, peer);
        softly.assertThat(latency.lost()).as("%s, lost at a steady rate", peer).isZero();
        softly.assertThat(latency.p99()).as("%s, p99", peer).isPositive();

        Hold.Result hold = new Hold(RATE, 1, Duration.ofSeconds(5), BOUND).run(ground, peer);
        softly.assertThat(hold.lost()).as("%s, lost beside a transaction", peer).isZero();
        softly.assertThat(hold.slices()).hasSize(10);
        softly.assertThat(hold.tables()).as("%s, its tables", peer).isNotEmpty();

        Kills.Result kills = new Kills(3, RATE, 7, BOUND).run(ground, peer);
        softly.assertThat(kills.lost()).as("%s, lost by kills", peer).isZero();
        softly.assertThat(kills.unheardOf()).as("%s, never committed", peer).isZero();
        softly.assertThat(kills.told()).as("%s, told between kills", peer).isPositive();

        if (peer != Peer.GRUELBOX) {
          assertThat(drain.disorders() + latency.disorders() + hold.disorders())
              .as("%s keeps the order of a key", peer)
              .isZero();
        }
      }
    }
    softly.assertAll();
  }
}
