package org.warmhandoff.bench.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeadTest {

  @Test
  void anAnswerIsWholeWithItsLastByteAndNotBefore() {
    String answer =
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    for (int length = 0; length < answer.length(); length++) {
      assertThat(head(answer.substring(0, length)).whole()).as("%d bytes", length).isFalse();
    }
    assertThat(head(answer)).isEqualTo(new Head(true, 201, false, false));
  }

  @Test
  void aRefusalSaysWhenToComeAgainAndThatTheConnectionEnds() {
    assertThat(
            head(
                "HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\nConnection: close\r\n"
                    + "content-length: 0\r\n\r\n"))
        .isEqualTo(new Head(true, 429, true, true));
  }

  @Test
  void aBodyInChunksEndsWithTheEmptyOne() {
    String begun = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n";
    assertThat(head(begun).whole()).isFalse();
    assertThat(head(begun + "0\r\n\r\n").whole()).isTrue();
  }

  private static Head head(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Head.of(bytes, bytes.length);
  }
}
