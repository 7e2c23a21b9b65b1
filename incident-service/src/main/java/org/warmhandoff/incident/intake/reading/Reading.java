package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Report;

/**
 * What a reader makes of a document, field by field: what it understood and as what, what it passed
 * over, and all it would refuse. The reader is the one that reads posts, and its first refusal is
 * the one a post would get. Nothing of the content is repeated.
 *
 * @param report what was read; with stand-ins in it where something was refused, and null where
 *     reading could not go on
 * @param cut whether there may be more than is told here: reading could not go on to the end, or a
 *     list was too long to be told whole
 * @param stoppedAt where the reader stopped, for a document that is no JSON
 */
public record Reading(
    @Nullable Report report,
    List<Problem> refusals,
    List<Understood> understood,
    List<Ignored> ignored,
    boolean cut,
    ReportJson.@Nullable Stop stoppedAt) {

  /** Fifty persons with every field there is, and some. */
  private static final int MOST_FIELDS = 800;

  private static final int MOST_PATTERNS = 200;

  public Reading {
    refusals = List.copyOf(refusals);
    understood = List.copyOf(understood);
    ignored = List.copyOf(ignored);
  }

  /**
   * A field that was taken.
   *
   * @param pointer where it stood in what was sent
   * @param field the field of our own report it became, as a JSON pointer
   * @param kind of value it is, as a stable code
   * @param code what it says, where that can identify nobody
   */
  public record Understood(String pointer, String field, String kind, @Nullable String code) {}

  /**
   * Something that decides nothing here.
   *
   * @param pointer where it stood, with an asterisk for any element of a list
   * @param times in how many places of the document
   * @param nth for a name that may be content: as the how manyth field it stands in its object,
   *     from 1; else 0
   * @param of where that object stands, the first of them
   */
  public record Ignored(String pointer, Why why, int times, int nth, String of) {

    Ignored(String pointer, Why why, int times) {
      this(pointer, why, times, 0, "");
    }
  }

  /** Why something decides nothing. All of it is kept sealed all the same. */
  public enum Why {
    /** This release has no use for it. */
    NO_USE,
    /** A person who is no party: no role of theirs is one we know. */
    NO_PARTY,
    /** A role beside one we know. */
    UNKNOWN_ROLE,
    /** An addition that is marked for somebody else. */
    OTHER_PURPOSE,
    /** A field of our own report that an addition may not bring at this place. */
    NOT_TAKEN_HERE,
    /** A code at a place that is read, and one that means nothing here. */
    UNUSED_CODE;

    public String code() {
      return JsonFields.codeOf(this);
    }
  }

  /** Whether a post of it would be taken, as far as the document alone decides that. */
  public boolean taken() {
    return refusals.isEmpty();
  }

  /** The codes a field was found to be, where somebody knows more than the document says. */
  public Reading with(UnaryOperator<Understood> better) {
    return new Reading(
        report, refusals, understood.stream().map(better).toList(), ignored, cut, stoppedAt);
  }

  /** The same for a document that stands within another. */
  public Reading within(String pointer) {
    return new Reading(
        report,
        refusals.stream().map(refused -> within(pointer, refused)).toList(),
        understood.stream()
            .map(
                one -> new Understood(pointer + one.pointer(), one.field(), one.kind(), one.code()))
            .toList(),
        ignored.stream()
            .map(
                one ->
                    new Ignored(
                        pointer + one.pointer(),
                        one.why(),
                        one.times(),
                        one.nth(),
                        pointer + one.of()))
            .toList(),
        cut,
        stoppedAt);
  }

  private static Problem within(String pointer, Problem refused) {
    String at = refused.pointer();
    return at == null || !at.startsWith("/") ? refused : refused.at(pointer + at);
  }

  /** What was refused before anything was read. */
  public static Reading refused(Problem problem) {
    return new Reading(null, List.of(problem), List.of(), List.of(), true, null);
  }

  /** Reads a report in our own JSON as a post of it would be read now. */
  public static Reading ofOurs(byte[] body, Instant now) {
    JsonNode tree;
    try {
      tree = ReportJson.parse(body);
    } catch (Problem unreadable) {
      return unreadable(unreadable, body);
    }
    Mending mending = new Mending(now, body.length);
    Judged judged = judged(mending, tree, true, now, UnaryOperator.identity());
    // Where reading ended early, what was not asked for may still be of use.
    List<Ignored> ignored =
        judged.report == null ? List.of() : Leftovers.ofOurs(tree, judged.trail.asked());
    return judged.reading(mending, tree, pointer -> pointer, ignored);
  }

  /** Reads an EIDO as a post of it would be read now. */
  public static Reading ofEido(byte[] body, Instant now) {
    JsonNode tree;
    try {
      tree = ReportJson.parse(body);
    } catch (Problem unreadable) {
      return unreadable(unreadable, body);
    }
    Mending mending = new Mending(now, body.length);
    Translation translation = mending.read(tree, EidoReader::translate, refused -> refused);
    if (translation == null) {
      return new Reading(null, mending.refusals(), List.of(), List.of(), true, null);
    }
    Judged judged = judged(mending, translation.report(), false, now, translation::located);
    return judged.reading(
        mending,
        translation.report(),
        pointer -> origin(tree, translation, pointer),
        Leftovers.ofEido(tree, translation));
  }

  /** Where in an EIDO a field came from; empty where it follows from what does not stand there. */
  private static String origin(JsonNode document, Translation translation, String pointer) {
    String origin = Objects.requireNonNullElse(translation.origin(pointer), "");
    JsonNode there = document.at(origin);
    boolean absent = there.isNull() || (there.isEmpty() && !there.isValueNode());
    return absent ? "" : origin;
  }

  private static Reading unreadable(Problem unreadable, byte[] body) {
    return new Reading(
        null, List.of(unreadable), List.of(), List.of(), true, ReportJson.stoppedAt(body));
  }

  /** What the one judge said of a tree, and what it asked for before it did. */
  private static final class Judged {
    private Trail trail = new Trail();
    private @Nullable Report report;

    Reading reading(
        Mending mending, JsonNode tree, UnaryOperator<String> origin, List<Ignored> ignored) {
      List<Understood> understood =
          trail.asked().stream()
              .filter(pointer -> isValue(tree.at(pointer), pointer))
              .filter(pointer -> !mending.touched(pointer))
              .map(pointer -> understood(origin.apply(pointer), pointer, tree.at(pointer)))
              .filter(one -> !one.pointer().isEmpty() && !mending.touched(one.pointer()))
              .toList();
      List<Ignored> passedOver =
          grouped(ignored.stream().filter(one -> !mending.touched(one.pointer())).toList());
      return new Reading(
          report,
          mending.refusals(),
          understood.stream().limit(MOST_FIELDS).toList(),
          passedOver.stream().limit(MOST_PATTERNS).toList(),
          report == null || understood.size() > MOST_FIELDS || passedOver.size() > MOST_PATTERNS,
          null);
    }

    private static Understood understood(String origin, String pointer, JsonNode value) {
      Said said = Said.of(Pointers.last(pointer), value);
      return new Understood(origin, pointer, said.kind(), said.code());
    }

    private static boolean isValue(JsonNode node, String pointer) {
      return !node.isMissingNode() && !node.isNull() && !pointer.equals("/persons");
    }
  }

  private static Judged judged(
      Mending mending, JsonNode report, boolean ours, Instant now, UnaryOperator<Problem> located) {
    Judged judged = new Judged();
    judged.report =
        mending.read(
            report,
            tree -> {
              judged.trail = new Trail();
              return ours
                  ? ReportReader.readOurs(tree, Mode.LIVE, now, judged.trail)
                  : ReportReader.read(tree, Mode.LIVE, now, judged.trail);
            },
            located::apply);
    return judged;
  }

  /** One line for the same field of every element of a list. */
  private static List<Ignored> grouped(List<Ignored> ignored) {
    Map<String, Ignored> groups = new LinkedHashMap<>();
    for (Ignored one : ignored) {
      String pattern = Pointers.pattern(one.pointer());
      Ignored first =
          Pointers.isNamed(pattern)
              ? new Ignored(pattern, one.why(), 1)
              : new Ignored(
                  pattern, one.why(), 1, one.nth(), Pointers.shown(Pointers.parent(one.pointer())));
      groups.merge(
          pattern + one.why(),
          first,
          (known, again) ->
              new Ignored(pattern, known.why(), known.times() + 1, known.nth(), known.of()));
    }
    return List.copyOf(groups.values());
  }
}
