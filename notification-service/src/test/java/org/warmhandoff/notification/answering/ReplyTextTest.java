package org.warmhandoff.notification.answering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

  @ParameterizedTest
  @CsvSource({
    "YES 4821,true",
    "yes  4821.,true",
    "Oui 4821,true",
    "n-4821,false",
    "NON 4821,false"
  })
  void aYesAndANoAreReadInBothLanguages(String text, boolean yes) {
    assertEquals(Optional.of(new ReplyText(yes, "4821")), ReplyText.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YES", "4821", "YES 48211", "yes please", "4821 YES", "maybe 4821"})
  void nothingElseIsGuessed(String text) {
    assertEquals(Optional.empty(), ReplyText.read(text));
  }
}
