package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param stoppedAt where the reader stopped, for a document that is no JSON
 */
public record Reading(
    @Nullable Report report,
    List<Problem> refusals,
    List<Understood> understood,
    List<Ignored> ignored,
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
   * @param as its code, or the kind of value it is
   */
  public record Understood(String pointer, String field, String as) {}

  /**
   * Something that decides nothing here.
   *
   * @param pointer where it stood, with an asterisk for any element of a list
   * @param times in how many places of the document
   */
  public record Ignored(String pointer, Why why, int times) {}

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
    NOT_TAKEN_HERE;

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
        report, refusals, understood.stream().map(better).toList(), ignored, stoppedAt);
  }

  /** The same for a document that stands within another. */
  public Reading within(String pointer) {
    return new Reading(
        report,
        refusals.stream().map(refused -> within(pointer, refused)).toList(),
        understood.stream()
            .map(one -> new Understood(pointer + one.pointer(), one.field(), one.as()))
            .toList(),
        ignored.stream()
            .map(one -> new Ignored(pointer + one.pointer(), one.why(), one.times()))
            .toList(),
        stoppedAt);
  }

  private static Problem within(String pointer, Problem refused) {
    String at = refused.pointer();
    return at == null || !at.startsWith("/") ? refused : refused.at(pointer + at);
  }

  /** What was refused before anything was read. */
  public static Reading refused(Problem problem) {
    return new Reading(null, List.of(problem), List.of(), List.of(), null);
  }

  /** Reads a report in our own JSON as a post of it would be read now. */
  public static Reading ofOurs(byte[] body, Instant now) {
    JsonNode tree;
    try {
      tree = ReportJson.parse(body);
    } catch (Problem unreadable) {
      return unreadable(unreadable, body);
    }
    Mending mending = new Mending(now);
    Judged judged = judged(mending, tree, Mode.LIVE, true, now, UnaryOperator.identity());
    Set<String> asked = judged.trail.asked();
    return judged.reading(mending, tree, pointer -> pointer, Leftovers.ofOurs(tree, asked));
  }

  /** Reads an EIDO as a post of it would be read now. */
  public static Reading ofEido(byte[] body, Instant now) {
    JsonNode tree;
    try {
      tree = ReportJson.parse(body);
    } catch (Problem unreadable) {
      return unreadable(unreadable, body);
    }
    Mending mending = new Mending(now);
    Translation translation = mending.read(tree, EidoReader::translate, refused -> refused);
    if (translation == null) {
      return new Reading(null, mending.refusals(), List.of(), List.of(), null);
    }
    Judged judged =
        judged(mending, translation.report(), Mode.LIVE, false, now, translation::located);
    return judged.reading(
        mending,
        translation.report(),
        pointer -> Objects.requireNonNullElse(translation.origin(pointer), ""),
        Leftovers.ofEido(tree, translation));
  }

  private static Reading unreadable(Problem unreadable, byte[] body) {
    return new Reading(null, List.of(unreadable), List.of(), List.of(), ReportJson.stoppedAt(body));
  }

  /** What the one judge said of a tree, and what it asked for before it did. */
  private static final class Judged {
    private Trail trail = new Trail();
    private @Nullable Report report;

    Reading reading(
        Mending mending, JsonNode tree, UnaryOperator<String> origin, List<Ignored> ignored) {
      List<Understood> understood =
          report == null
              ? List.of()
              : trail.asked().stream()
                  .filter(pointer -> isValue(tree.at(pointer), pointer))
                  .filter(pointer -> !mending.touched(pointer))
                  .filter(pointer -> !mending.touched(origin.apply(pointer)))
                  .limit(MOST_FIELDS)
                  .map(
                      pointer ->
                          new Understood(
                              origin.apply(pointer),
                              pointer,
                              Said.of(Pointers.last(pointer), tree.at(pointer))))
                  .toList();
      return new Reading(
          report,
          mending.refusals(),
          understood,
          grouped(ignored.stream().filter(one -> !mending.touched(one.pointer())).toList()),
          null);
    }

    private static boolean isValue(JsonNode node, String pointer) {
      return !node.isMissingNode() && !node.isNull() && !pointer.equals("/persons");
    }
  }

  private static Judged judged(
      Mending mending,
      JsonNode report,
      Mode mode,
      boolean ours,
      Instant now,
      UnaryOperator<Problem> located) {
    Judged judged = new Judged();
    judged.report =
        mending.read(
            report,
            tree -> {
              judged.trail = new Trail();
              return ours
                  ? ReportReader.readOurs(tree, mode, now, judged.trail)
                  : ReportReader.read(tree, mode, now, judged.trail);
            },
            located::apply);
    return judged;
  }

  /** One line for the same field of every element of a list. */
  private static List<Ignored> grouped(List<Ignored> ignored) {
    Map<String, Ignored> groups = new LinkedHashMap<>();
    for (Ignored one : ignored) {
      String pattern = Pointers.pattern(one.pointer());
      groups.merge(
          pattern + one.why(),
          new Ignored(pattern, one.why(), 1),
          (known, again) -> new Ignored(pattern, known.why(), known.times() + 1));
    }
    return groups.values().stream().limit(MOST_PATTERNS).toList();
  }
}
