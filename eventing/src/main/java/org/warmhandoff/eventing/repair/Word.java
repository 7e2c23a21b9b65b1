package org.warmhandoff.eventing.repair;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.inbox.Note;

/** The word without which nothing is done to a record. */
public final class Word {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 300;

  private Word() {}

  /**
   * @throws Problem 422 where there is none, or one that PostgreSQL holds in no text
   */
  public static Note of(Caller caller, @Nullable String word) {
    String said = word == null ? "" : word.strip();
    if (said.length() < SHORTEST || said.length() > LONGEST || said.indexOf('\0') >= 0) {
      throw Problem.wrong("word-needed", "A word is needed on why this is done.")
          .at("/word")
          .expected("3 to 300 characters, nobody's name in them");
    }
    return new Note(caller.userName(), said);
  }

  /**
   * @throws Problem 422 where there is none
   */
  public static int edition(@Nullable Integer edition) {
    if (edition == null) {
      throw Problem.wrong("edition-needed", "The record's edition as it was looked at is needed.")
          .at("/edition")
          .expected("the edition the record was shown with");
    }
    return edition;
  }
}
