package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Maria Garcia | GARCIA, Maria",
        "Maria Garcia | Garcia Maria",
        "Élodie Côté | COTE, ELODIE",
        "Zoë Müller | Zoe Muller",
        "Łukasz Wałęsa | LUKASZ WALESA",
        "Bjørn Ødegård | Bjorn Odegard",
        "Karl Groß | KARL GROSS",
        "Marie-Claude Tremblay | Marie Claude TREMBLAY",
        "Jane O'Brien | Jane O’Brien",
        "Jane O'Brien | OBRIEN, JANE",
        "Anna van der Berg | ANNA VANDERBERG",
        "Anna van der Berg | BERG, ANNA VAN DER",
        "Maria de la Cruz | DELACRUZ MARIA",
        "Luc St-Pierre | LUC SAINT-PIERRE",
        "Ian McDonald | Ian Mc Donald",
        "Mohammed Al-Rashid | Mohammed Alrashid",
        "John Q. Smith | John Smith",
        "John Smith Jr. | SMITH, JOHN",
        "Mrs. Joan Smith | Joan Smith",
        "Robert (Bob) Smith | Robert \"Bob\" Smith",
        "  John   Smith  | john smith",
        "ﬁona Smith | Fiona Smith",
        "Ольга Иванова | ИВАНОВА, ОЛЬГА",
      })
  void writingHabitsMakeNoDifference(String one, String other) {
    assertThat(whole(one)).isEqualTo(whole(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Maria Garcia | Mario Garcia",
        "Robert Smith | Bob Smith",
        "Maria Elena Garcia | Maria Garcia",
        "Maria Garcia | Maria Lopez",
        "Jon Smith | John Smith",
        "Maria Cruz | Maria de la Cruz",
      })
  void anotherNameIsAnotherName(String one, String other) {
    assertThat(whole(one)).isNotEqualTo(whole(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Maria",
        "M. Garcia",
        "J. S.",
        "Unknown",
        "UNKNOWN, FEMALE",
        "Jane Doe",
        "Unit 12 Officer",
        "Inconnu Inconnue",
        "---",
        ", ,",
        "Mr. Smith",
        "Smith, J",
        "Made Up Victim",
      })
  void whatCouldBeAnyoneIsNoName(String written) {
    assertThat(PersonName.of(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Maria Garcia | Maria Garzia",
        "John Smith | Jon Smyth",
        "Karla Becker | Carla Bekker",
        "Stephen Roy | Steven Roy",
      })
  void whatSoundsAlikeIsFound(String one, String other) {
    assertThat(PersonName.of(one).orElseThrow().sound())
        .isEqualTo(PersonName.of(other).orElseThrow().sound());
  }

  @Test
  void theFirstGivenNameIsTheFirstWhateverTheOrder() {
    assertThat(PersonName.of("TREMBLAY, Anne Sophie").orElseThrow().first()).contains("ANNE");
    assertThat(PersonName.of("Anne Sophie Roy").orElseThrow().first()).contains("ANNE");
  }

  @Test
  void nothingThatIsTypedBreaksItOrShowsItself() {
    Random random = new Random(20260101);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int j = random.nextInt(30); j > 0; j--) {
        typed.appendCodePoint(1 + random.nextInt(0x2FFF));
      }
      PersonName.of(typed.toString())
          .ifPresent(
              name -> {
                assertThat(name.sound()).isNotBlank();
                assertThat(name).hasToString("[personal]");
                assertThat(whole(name.whole())).isNotNull();
              });
    }
    assertThat(PersonName.of("Long ".repeat(1_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1990-03-04, 1990-04-03",
    "1990-12-01, 1990-01-12",
    "2000-02-11, 2000-11-02",
  })
  void dayAndMonthMayHaveChangedPlaces(String one, String other) {
    BirthDate date = BirthDate.of(one).orElseThrow();
    assertThat(date.swapped()).isEqualTo(BirthDate.of(other));
    assertThat(date.swapped().flatMap(BirthDate::swapped)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1990-03-13", "1990-05-05", "1990-01-31"})
  void mostDatesHaveOneReading(String date) {
    assertThat(BirthDate.of(date).orElseThrow().swapped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1900-01-01", "0001-01-01", "yesterday", "1990-02-30", "13.4.1990"})
  void whatIsNoDayIsNoBirthDate(String date) {
    assertThat(BirthDate.of(date)).isEmpty();
  }

  @Test
  void theFirstOfJanuaryIsAYear() {
    assertThat(BirthDate.of("1990-01-01").orElseThrow().certain()).isFalse();
    assertThat(BirthDate.of("1990-01-02T00:00:00Z").orElseThrow().certain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+1 (519) 555-0142 | 5195550142",
        "519.555.0142 x12 | 519-555-0142",
        "001 519 555 0142 | 519 555 0142",
      })
  void aPhoneIsItsNationalNumber(String one, String other) {
    assertThat(Whereabouts.phone(one)).isPresent().isEqualTo(Whereabouts.phone(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 Main Street, Apt 4 | 12 MAIN ST #4",
        "7, rue de l'Église app. 2 | 7 RUE DE L EGLISE APT 2",
      })
  void anAddressIsWrittenInManyWays(String one, String other) {
    assertThat(Whereabouts.address(one)).isPresent().isEqualTo(Whereabouts.address(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "911", "0000000000", "none", "Main Street"})
  void whatReachesNobodyIsNowhere(String written) {
    assertThat(Whereabouts.phone(written)).isEmpty();
    assertThat(Whereabouts.address(written)).isEmpty();
  }

  private static String whole(String written) {
    return PersonName.of(written).map(PersonName::whole).orElse("");
  }
}
