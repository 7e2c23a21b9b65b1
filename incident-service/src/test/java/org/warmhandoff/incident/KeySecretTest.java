package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySecretTest {

  private static final String ID = "0123456789abcdef";
  private static final String WHOLE = "whk_" + ID + "_" + "ab".repeat(32);

  @Test
  void aKeyHas256RandomBitsBehindItsId() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      KeySecret secret = KeySecret.make(new SecureRandom());
      assertThat(secret.whole()).matches("whk_[0-9a-f]{16}_[0-9a-f]{64}").contains(secret.id());
      assertThat(KeySecret.read(secret.whole()).orElseThrow().is(secret.digest())).isTrue();
      secrets.add(secret.whole().substring(21));
    }
    assertThat(secrets).hasSize(200);
  }

  @Test
  void itsDigestIsTheSha256OfTheWhole() {
    // printf whk_0123456789abcdef_abab…ab | openssl dgst -sha256
    assertThat(HexFormat.of().formatHex(KeySecret.read(WHOLE).orElseThrow().digest()))
        .isEqualTo("0aac97026e692e4e9bd7ae5f2822c02ef792edaab04f6d49aab0b242eb5b5c5c");
  }

  @Test
  void anythingElseIsNoKey() {
    for (String other :
        List.of(
            "",
            "whk_",
            WHOLE + "0",
            WHOLE.substring(1),
            WHOLE.toUpperCase(java.util.Locale.ROOT),
            WHOLE.replace("whk_", "whx_"),
            WHOLE + "\n",
            "whk_" + ID + "_" + "zz".repeat(32))) {
      assertThat(KeySecret.read(other)).as(other).isEmpty();
    }
  }

  @Test
  void oneBitIsEnoughToBeAnother() {
    KeySecret right = KeySecret.read(WHOLE).orElseThrow();
    KeySecret wrong = KeySecret.read(WHOLE.substring(0, WHOLE.length() - 1) + "c").orElseThrow();
    assertThat(wrong.is(right.digest())).isFalse();
    assertThat(right.is(new byte[0])).isFalse();
  }

  @Test
  void itDoesNotShowItself() {
    assertThat(KeySecret.read(WHOLE).orElseThrow().toString()).doesNotContain("abab");
    assertThat(SigningSecret.make(new SecureRandom()).toString()).isEqualTo("SigningSecret");
    assertThat(SigningSecret.make(new SecureRandom()).written())
        .matches("whsec_[A-Za-z0-9+/]{43}=");
  }
}
