package org.warmhandoff.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/** What a reader told of one input, held against that input. */
public final class Answer {

  /** So many signs in a row that are the input's and no word of ours are no accident. */
  static final int ECHO = 12;

  private static final int REFUSED = 400;
  private static final int FAULT = 500;

  /** A name of a field may be told where it looks like one: no space, and no number of a phone. */
  private static final Pattern STEP =
      Pattern.compile("[*?]|\\d{1,9}|[@$]?\\p{L}(?:[\\p{L}_:.-]|(?<!\\d)\\d{1,2}(?!\\d)){0,39}");

  private static final List<Charset> READINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private final List<byte[]> contents = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private long opened;

  Answer(byte[] input) {
    contents.add(input);
  }

  /** What came out of the input, such as what was compressed in it: not to be repeated either. */
  public void opened(byte[] content) {
    contents.add(content);
    opened += content.length;
  }

  /** That so many bytes came out of the input; more work may be done for them. */
  public void opened(long bytes) {
    opened += bytes;
  }

  long bytes() {
    return contents.getFirst().length + opened;
  }

  /** A refusal, as a caller would get it. */
  public void refused(Problem problem) {
    if (problem.status() < REFUSED || problem.status() >= FAULT) {
      throw new Breach("answered " + problem.status());
    }
    says(problem.title());
    says(problem.expected());
    says(problem.pointer());
    says(problem.code());
  }

  /** Any text that is told. */
  public void says(@Nullable String text) {
    if (text != null) {
      told.add(text);
    }
  }

  /** A place in the input; names of fields are told in it, and what looks like none is not. */
  public void shows(@Nullable String pointer) {
    if (pointer == null || pointer.isEmpty()) {
      return;
    }
    for (String step : pointer.substring(1).split("/", -1)) {
      if (!STEP.matcher(step).matches()) {
        throw new Breach("a place is told by what is no name of a field");
      }
    }
  }

  /** Throws where anything of the input was repeated. */
  void holdsNothingOfTheInput() {
    if (told.isEmpty()) {
      return;
    }
    List<String> read = new ArrayList<>();
    for (byte[] content : contents) {
      READINGS.forEach(charset -> read.add(new String(content, charset)));
    }
    told.stream()
        .distinct()
        .forEach(text -> OurWords.between(text).forEach(one -> hold(one, read)));
  }

  private static void hold(String text, List<String> read) {
    for (int from = 0; from + ECHO <= text.length(); from++) {
      String run = text.substring(from, from + ECHO);
      if (read.stream().anyMatch(content -> content.contains(run))) {
        throw new Breach("something of the input is repeated");
      }
    }
  }
}
