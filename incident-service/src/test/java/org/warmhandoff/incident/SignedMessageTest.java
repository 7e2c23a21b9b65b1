package org.warmhandoff.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.console.problem.Problem;

/**
 * Held to the test vector that the libraries of the Standard Webhooks specification share; the same
 * by hand: {@code printf '%s' 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}' |
 * openssl dgst -sha256 -mac HMAC -macopt hexkey:31f290f6bf06298aab4f08d43c3f082cf648a362da2da4b0
 * -binary | base64}.
 */
class SignedMessageTest {

  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String SECONDS = "1614265330";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static boolean fits(String id, String seconds, String signature, byte[] body) {
    return SignedMessage.read(id, seconds, signature).isSignedWith(SECRET, body);
  }

  @Test
  void thePublishedVectorFits() {
    assertThat(fits(ID, SECONDS, SIGNATURE, BODY)).isTrue();
  }

  @Test
  void nothingOfItCanBeChanged() {
    assertThat(fits(ID + "x", SECONDS, SIGNATURE, BODY)).isFalse();
    assertThat(fits(ID, "1614265331", SIGNATURE, BODY)).isFalse();
    assertThat(fits(ID, SECONDS, SIGNATURE, "{\"test\": 2432232315}".getBytes(UTF_8))).isFalse();
    assertThat(fits(ID, SECONDS, SIGNATURE.replace("g0h", "g0i"), BODY)).isFalse();
    assertThat(fits(ID, SECONDS, SIGNATURE.replace("v1,", "v2,"), BODY)).isFalse();
    assertThat(fits(ID, SECONDS, SIGNATURE.substring(3), BODY)).isFalse();
    assertThat(fits(ID, SECONDS, "", BODY)).isFalse();
    assertThat(SignedMessage.read(ID, SECONDS, SIGNATURE).isSignedWith(new byte[32], BODY))
        .isFalse();
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    assertThat(fits(ID, SECONDS, "v1,AAAA v1a,BBBB " + SIGNATURE, BODY)).isTrue();
    assertThat(fits(ID, SECONDS, SIGNATURE + " v1,AAAA", BODY)).isTrue();
    assertThat(fits(ID, SECONDS, "v1,AAAA ".repeat(8) + SIGNATURE, BODY)).isFalse();
  }

  @Test
  void itIsTakenWithinFiveMinutesEitherWay() {
    SignedMessage message = SignedMessage.read(ID, SECONDS, SIGNATURE);
    Instant signed = Instant.ofEpochSecond(1614265330L);
    assertThat(message.isInTime(signed.plusSeconds(300))).isTrue();
    assertThat(message.isInTime(signed.plusSeconds(301))).isFalse();
    assertThat(message.isInTime(signed.minusSeconds(300))).isTrue();
    assertThat(message.isInTime(signed.minusSeconds(301))).isFalse();
  }

  @Test
  void itIsKnownForAsLongAsItWouldBeTaken() {
    SignedMessage message = SignedMessage.read(ID, SECONDS, SIGNATURE);
    Instant last = Instant.ofEpochSecond(1614265330L + 300).plusMillis(999);
    assertThat(message.isInTime(last)).isTrue();
    assertThat(message.knownUntil()).isAfter(last);
    assertThat(message.isInTime(message.knownUntil())).isFalse();
  }

  @Test
  void anotherAttemptIsAnotherOne() {
    byte[] first = SignedMessage.read(ID, SECONDS, SIGNATURE).identity(BODY);
    assertThat(SignedMessage.read(ID, SECONDS, "v1,other").identity(BODY)).isEqualTo(first);
    assertThat(SignedMessage.read(ID, "1614265331", SIGNATURE).identity(BODY)).isNotEqualTo(first);
    assertThat(SignedMessage.read("other", SECONDS, SIGNATURE).identity(BODY)).isNotEqualTo(first);
    assertThat(SignedMessage.read(ID, SECONDS, SIGNATURE).identity(new byte[0]))
        .as("another state in the same second is no copy")
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "é", "a\u0007"})
  void anIdThatCouldBeReadTwoWaysIsRefused(String id) {
    assertThatThrownBy(() -> SignedMessage.read(id, SECONDS, SIGNATURE))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(403);
              assertThat(problem.expected()).contains(SignedMessage.ID);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1e9", "161426533000", "0x10", " 1", "١"})
  void aTimeThatIsNoneIsRefused(String seconds) {
    assertThatThrownBy(() -> SignedMessage.read(ID, seconds, SIGNATURE))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.expected()).contains(SignedMessage.TIMESTAMP));
  }

  @Test
  void whateverStandsInTheHeadersIsReadOrRefusedAndNeverFits() {
    Random random = new Random(20260307);
    String some = ID + SECONDS + SIGNATURE + " .,=+/v1\u0000\u00e9\uffff";
    for (int i = 0; i < 20_000; i++) {
      String[] headers = new String[3];
      for (int header = 0; header < headers.length; header++) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(header == 2 ? 400 : 24);
        for (int at = 0; at < length; at++) {
          text.append(some.charAt(random.nextInt(some.length())));
        }
        headers[header] = random.nextInt(4) == 0 ? right(header) : text.toString();
      }
      if (SIGNATURE.equals(headers[2]) && ID.equals(headers[0]) && SECONDS.equals(headers[1])) {
        continue;
      }
      try {
        assertThat(fits(headers[0], headers[1], headers[2], BODY)).isFalse();
      } catch (Problem refused) {
        assertThat(refused.status()).isEqualTo(403);
      }
    }
  }

  private static String right(int header) {
    return List.of(ID, SECONDS, SIGNATURE).get(header);
  }

  @Test
  void whatIsMissingIsTold() {
    for (List<Integer> missing : List.of(List.of(0), List.of(1), List.of(2))) {
      assertThatThrownBy(
              () ->
                  SignedMessage.read(
                      missing.contains(0) ? null : ID,
                      missing.contains(1) ? null : SECONDS,
                      missing.contains(2) ? null : SIGNATURE))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-signed"));
    }
  }
}
