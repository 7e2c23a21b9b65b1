package org.warmhandoff.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message is signed with. */
class WebhookSecretTest {

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
}
