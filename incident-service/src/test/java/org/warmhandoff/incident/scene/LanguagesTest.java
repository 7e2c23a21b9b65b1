package org.warmhandoff.incident.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.console.problem.Problem;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({"fr,fr", "FR-ca,fr-CA", "pa,pa", "' ar ',ar", "pa-Arab,pa", "'',"})
  void aLanguageIsKept(String tag, String kept) {
    assertThat(Languages.known(tag)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"smith", "smith-john", "zz", "fr-zz", "fr-x-smith", "12 Main", "fr-1996maple"})
  void whatOnlyLooksLikeOneIsRefused(String tag) {
    assertThatThrownBy(() -> Languages.known(tag)).isInstanceOf(Problem.class);
  }
}
