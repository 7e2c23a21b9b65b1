package org.warmhandoff.bench.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormTest {

  private static final Instant NOW = Instant.parse("2026-01-31T22:15:00Z");

  @Test
  void everyMarkIsReplacedByTenCharacters() {
    Form form = Form.of("<number-->|<digits-0>|<digits-1>|<letter-0>|<born---1>");
    assertThat(form.filled(7)).isEqualTo("0000000007|1000000014|1000000015|drbcdlmrbc|1975-08-28");
  }

  @Test
  void noTwoPersonsOfAnyReportsAreAlike() {
    Form form = Reports.WITH_PERSONS.form(NOW);
    Pattern names = Pattern.compile("\"name\":\"([^\"]+)\"");
    Set<String> seen = new HashSet<>();
    for (long number = 0; number < 1_000; number++) {
      assertThat(names.matcher(form.filled(number)).results().map(name -> name.group(1)))
          .hasSize(2)
          .allSatisfy(name -> assertThat(seen.add(name)).as(name).isTrue());
    }
  }

  @Test
  void aRequestSaysHowLongItsBodyIs() {
    Form request = Reports.WITH_PERSONS.request(NOW, 8081, "/path", "token");
    String[] parts = request.filled(42).split("\r\n\r\n", 2);
    assertThat(parts[0])
        .startsWith("POST /path HTTP/1.1\r\nHost: localhost:8081\r\n")
        .endsWith("Content-Length: " + parts[1].length());
    assertThat(parts[1]).contains("\"externalId\":\"B0000000042\"").doesNotContain("<");
  }

  @Test
  void aLineCanBeFilledWhereItStandsInALargerText() {
    Form line = Reports.ALONE.line(NOW);
    byte[] two = new byte[2 * line.length()];
    line.copyTo(two, 0);
    line.copyTo(two, line.length());
    line.fill(two, 0, 1);
    line.fill(two, line.length(), 2);
    assertThat(new String(two, StandardCharsets.US_ASCII))
        .isEqualTo(line.filled(1) + line.filled(2));
  }
}
