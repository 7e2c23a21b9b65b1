package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.incident.WebhookTarget.Refusal;

/** What a message is signed with, when it is sent again, and where it never goes. */
class WebhookRulesTest {

  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330L);

  /** The vector that the reference libraries of Standard Webhooks carry in their tests. */
  @Test
  void signsAsThePublishedVectorSays() {
    WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", SENT, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whileASecretIsRotatedBothSign() {
    WebhookSecret now = WebhookSecret.random();
    WebhookSecret before = WebhookSecret.random();
    String both = WebhookSecret.signatures(List.of(now, before), "msg_1", SENT, "{}");
    assertThat(both.split(" "))
        .containsExactly(now.signature("msg_1", SENT, "{}"), before.signature("msg_1", SENT, "{}"));
    assertThat(WebhookSecret.parse(now.shown()).signature("m", SENT, "é"))
        .isEqualTo(now.signature("m", SENT, "é"));
    assertThat(now.shown()).startsWith("whsec_").isNotEqualTo(before.shown());
    assertThat(now.toString()).doesNotContain(now.shown().substring(6));
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H"
  })
  void waitsByTheScheduleAndUpToAFifthLonger(int attempts, Duration least) {
    Random random = new Random(attempts);
    for (int i = 0; i < 1000; i++) {
      assertThat(WebhookBackoff.after(attempts, random.nextDouble(), null))
          .get()
          .satisfies(
              wait ->
                  assertThat(wait).isBetween(least, least.plus(least.dividedBy(5)).plusMillis(1)));
    }
  }

  @Test
  void theScheduleEndsAndWhatIsAskedForIsHeededWithinADay() {
    assertThat(WebhookBackoff.after(10, 0.5, null)).isEmpty();
    assertThat(WebhookBackoff.after(10, 0.5, Duration.ofHours(1))).isEmpty();
    assertThat(WebhookBackoff.after(1, 0, Duration.ofSeconds(90))).contains(Duration.ofSeconds(90));
    assertThat(WebhookBackoff.after(1, 0, Duration.ofSeconds(1))).contains(Duration.ofSeconds(5));
    assertThat(WebhookBackoff.after(1, 0, Duration.ofDays(400))).contains(Duration.ofDays(1));
  }

  /** Somebody waits: within seconds, then every minute; then as everything else. */
  @Test
  void whatAHumanIsWaitedForIsTriedWithinSecondsAndThenEveryMinute() {
    Duration before = Duration.ZERO;
    for (int attempts = 1; attempts <= 15; attempts++) {
      Duration wait = WebhookBackoff.afterUrgent(attempts, 0, null).orElseThrow();
      assertThat(wait).isBetween(before, Duration.ofMinutes(1));
      before = wait;
    }
    assertThat(WebhookBackoff.afterUrgent(1, 0, null)).contains(Duration.ofSeconds(5));
    assertThat(WebhookBackoff.afterUrgent(1, 0, Duration.ofDays(1)))
        .contains(Duration.ofMinutes(1));
    assertThat(WebhookBackoff.afterUrgent(16, 0, null)).contains(Duration.ofMinutes(30));
    assertThat(WebhookBackoff.afterUrgent(22, 0, null)).contains(Duration.ofHours(24));
    assertThat(WebhookBackoff.afterUrgent(23, 0, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.88.99.1",
        "3fff::1",
        "127.0.0.1",
        "127.255.1.2",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "2001:0:1::1",
        "2002:7f00:1::1",
        "64:ff9b::10.0.0.1"
      })
  void privateAddressesAreRefusedUnlessTheInstallationAllowsThem(String address) throws Exception {
    InetAddress there = InetAddress.getByName(address);
    assertThat(WebhookTarget.isPublic(there)).as(address).isFalse();
    InetAddress outside = InetAddress.getByName("93.184.215.14");
    assertThat(refusal("https://cad.example/in", false, outside, there))
        .contains(Refusal.PRIVATE_ADDRESS);
    // of what is no network of anybody's, and where a cloud keeps credentials, nobody may allow it
    boolean nowhere =
        there.isAnyLocalAddress() || there.isLinkLocalAddress() || there.isMulticastAddress();
    Optional<Refusal> allowed = refusal("https://cad.example/in", true, outside, there);
    assertThat(allowed.isPresent()).as(address).isEqualTo(nowhere);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.215.14",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8"
      })
  void publicOnesAreTaken(String address) throws Exception {
    assertThat(refusal("https://cad.example:8443/in?x=1", false, InetAddress.getByName(address)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cad.example/in",
        "https://user@cad.example/in",
        "https://user:word@cad.example/in",
        "https://cad.example/in#part",
        "https:///in",
        "//cad.example/in",
        "ftp://cad.example/in",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:cad.example",
        "https://cad example/",
        "",
        "cad.example"
      })
  void whatIsNoPlainHttpsAddressIsRefused(String url) throws Exception {
    assertThat(refusal(url, false, InetAddress.getByName("93.184.215.14")))
        .contains(Refusal.NO_HTTPS_ADDRESS);
  }

  @Test
  void plainHttpIsForTheMachineItselfAloneAndWhereItIsAllowed() throws Exception {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    InetAddress near = InetAddress.getByName("10.0.0.1");
    assertThat(refusal("http://localhost:9/in", false, here)).contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(refusal("http://localhost:9/in", true, here)).isEmpty();
    assertThat(refusal("http://near/in", true, near)).contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(refusal("http://both/in", true, here, near)).contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(refusal("https://" + "a".repeat(600) + ".example/", false, near))
        .contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(
            WebhookTarget.refusal(
                "https://nowhere.example/",
                false,
                host -> {
                  throw new UnknownHostException();
                }))
        .contains(Refusal.UNKNOWN_HOST);
  }

  /** Written as a number, in octal or hexadecimal, an address leads where it leads. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https://2130706433/", "https://127.1/", "https://[::1]/", "https://localhost/"})
  void otherSpellingsOfThisMachineAreRefused(String url) {
    assertThat(WebhookTarget.refusal(url, false, InetAddress::getAllByName)).isNotEmpty();
  }

  private static Optional<Refusal> refusal(String url, boolean allow, InetAddress... addresses) {
    return WebhookTarget.refusal(url, allow, host -> addresses);
  }
}
