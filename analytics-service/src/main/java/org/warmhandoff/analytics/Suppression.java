package org.warmhandoff.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The only way a number leaves this service. A pure function of a release's exact counts: numbers
 * from 1 to threshold − 1 are hidden, and with them whatever would let a reader work them out
 * ({@link HiddenBlocks}); a hidden figure says nothing but that it is hidden.
 */
public final class Suppression {

  private final int threshold;

  /**
   * @param threshold the smallest number shown, at least 2; 0 is always shown
   */
  public Suppression(int threshold) {
    if (threshold < 2) {
      throw new IllegalArgumentException("a threshold below 2 hides nothing");
    }
    this.threshold = threshold;
  }

  /**
   * Answers a question over a closed release.
   *
   * @param cube everything that was counted, for {@link Measure#counted} together; of which an
   *     analyst of one police service sees that one's part, where neither it nor what is left of
   *     the whole without it is small
   */
  public Published publish(Question question, ReleaseStamp release, Cube cube) {
    Cube own = cube.only(question::mayCount);
    Cube rest = cube.only(atom -> !question.mayCount(atom));
    Map<Section, HiddenBlocks> hidden = new HashMap<>();
    List<Section> sections = question.measure().sections();
    for (List<Section> kin : question.measure().kin()) {
      HiddenBlocks blocks = new HiddenBlocks(own, rest, kin, threshold, question);
      kin.forEach(section -> hidden.put(section, blocks));
    }
    Cube.Sums sums = own.sums(week -> question.isWhole() || question.includes(week));
    List<Row> rows = new ArrayList<>();
    if (question.by() != By.NONE) {
      for (String group : groups(question, own)) {
        rows.add(row(question, sums, group, sections, hidden));
      }
    }
    return new Published(
        question, release, threshold, rows, total(question, sums, rows, sections, hidden));
  }

  /** The groups there is anything of in this measure, whatever its kin count there. */
  private static List<String> groups(Question question, Cube cube) {
    Cube.Sums whole = cube.sums(week -> true);
    return cube.groups(question.by()).stream()
        .filter(
            group ->
                question.measure().sections().stream()
                    .anyMatch(section -> !section.isEmpty(whole.of(question.by(), group))))
        .toList();
  }

  private static Row row(
      Question question,
      Cube.Sums sums,
      String group,
      List<Section> sections,
      Map<Section, HiddenBlocks> hidden) {
    Cell cell = sums.of(question.by(), group);
    List<Shown> figures = new ArrayList<>();
    for (Section section : sections) {
      boolean shows = of(section, hidden).shows(section, question.by(), group, question);
      section.figures().forEach(f -> figures.add(shows ? shown(f, cell) : Shown.no(f)));
    }
    return new Row(group, figures);
  }

  /** A whole of which a part is hidden is not printed beside it, or it would change with it. */
  private static Row total(
      Question question,
      Cube.Sums sums,
      List<Row> rows,
      List<Section> sections,
      Map<Section, HiddenBlocks> hidden) {
    Cell cell = sums.of(By.NONE, "all");
    List<Shown> figures = new ArrayList<>();
    for (Section section : sections) {
      boolean shows = of(section, hidden).shows(section, By.NONE, "all", question);
      for (Figure figure : section.figures()) {
        int at = figures.size();
        boolean whole = rows.stream().noneMatch(row -> row.figures().get(at).hidden());
        figures.add(shows && whole ? shown(figure, cell) : Shown.no(figure));
      }
    }
    return new Row("all", figures);
  }

  private static HiddenBlocks of(Section section, Map<Section, HiddenBlocks> hidden) {
    return Objects.requireNonNull(hidden.get(section), "a section without kin");
  }

  private static Shown shown(Figure figure, Cell cell) {
    return switch (figure) {
      case Figure.Share share ->
          Shown.share(share.code(), share.numerator().in(cell), share.denominator().in(cell));
      case Figure.Count count -> Shown.count(count.code(), count.quantity().in(cell));
      case Figure.Timing timing -> Shown.timing(timing.code(), cell.durationsOf(timing.stage()));
    };
  }

  /** One row of a table. */
  public record Row(String group, List<Shown> figures) {
    public Row {
      figures = List.copyOf(figures);
    }
  }

  /**
   * One figure as it leaves: hidden with nothing else, or whole.
   *
   * @param percent with one decimal, rounded half up; absent where the denominator is 0
   * @param p50 median in seconds; absent where nothing was measured
   * @param p90 90th percentile in seconds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(
      String code,
      boolean hidden,
      @Nullable Long count,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable BigDecimal percent,
      @Nullable Long p50,
      @Nullable Long p90) {

    private static Shown no(Figure figure) {
      return new Shown(figure.code(), true, null, null, null, null, null, null);
    }

    private static Shown count(String code, long count) {
      return new Shown(code, false, count, null, null, null, null, null);
    }

    private static Shown share(String code, long numerator, long denominator) {
      return new Shown(
          code,
          false,
          null,
          numerator,
          denominator,
          denominator == 0 ? null : percent(numerator, denominator),
          null,
          null);
    }

    private static Shown timing(String code, Distribution durations) {
      return durations.size() == 0
          ? new Shown(code, false, 0L, null, null, null, null, null)
          : new Shown(
              code,
              false,
              null,
              null,
              null,
              null,
              durations.percentile(50),
              durations.percentile(90));
    }

    private static BigDecimal percent(long numerator, long denominator) {
      return BigDecimal.valueOf(numerator)
          .multiply(BigDecimal.valueOf(100))
          .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
    }
  }

  /** The release an answer was read from. */
  public record ReleaseStamp(int number, Instant closedAt) {}

  /**
   * What was asked, repeated in the answer.
   *
   * @param policeService the only one that is counted; null where all are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Filters(
      String by,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String policeService) {}

  /** An answer that may leave the service; nothing but {@link Suppression} can make one. */
  public static final class Published {

    private final Question question;
    private final ReleaseStamp release;
    private final int threshold;
    private final List<Row> rows;
    private final Row total;

    private Published(
        Question question, ReleaseStamp release, int threshold, List<Row> rows, Row total) {
      this.question = question;
      this.release = release;
      this.threshold = threshold;
      this.rows = List.copyOf(rows);
      this.total = total;
    }

    public String getMeasure() {
      return question.measure().code();
    }

    public Definition getDefinition() {
      return question.measure().definition();
    }

    public ReleaseStamp getRelease() {
      return release;
    }

    public Filters getFilters() {
      return new Filters(
          question.by().code(), question.from(), question.to(), question.policeService());
    }

    /** The smallest number shown. */
    public int getThreshold() {
      return threshold;
    }

    public List<Row> getRows() {
      return rows;
    }

    /** Everything together; hidden wherever one of the rows is. */
    public Row getTotal() {
      return total;
    }
  }
}
