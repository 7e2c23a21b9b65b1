package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.notification.IncidentView.Ask;
import org.warmhandoff.notification.IncidentView.Consent;
import org.warmhandoff.notification.IncidentView.Scene;
import org.warmhandoff.notification.IncidentView.Wanted;

/**
 * What routing knows of an incident that goes on for others, and of one that stands on its own
 * again. Pure functions; the views they are given share one count ({@link Numbering}).
 */
final class MergedView {

  private MergedView() {}

  /** A view whose marks are counted anew. */
  static IncidentView numbered(IncidentView view, Numbering count, LongUnaryOperator as) {
    ViewDraft draft = new ViewDraft(view);
    draft.mark = count.mark();
    draft.times = count.times();
    draft.openMark = as.applyAsLong(view.openMark());
    draft.releaseMark = as.applyAsLong(view.releaseMark());
    draft.reopenMark = as.applyAsLong(view.reopenMark());
    draft.scene = numbered(view.scene(), as);
    Wanted wanted = view.wanted();
    draft.wanted =
        wanted == null
            ? null
            : new Wanted(
                wanted.by(),
                wanted.at(),
                wanted.help(),
                wanted.victim(),
                wanted.language(),
                as.applyAsLong(wanted.mark()));
    Ask ask = view.ask();
    draft.ask = ask == null ? null : new Ask(as.applyAsLong(ask.mark()), ask.nobodyTold());
    draft.consents =
        view.consents().stream().map(one -> one.heardAs(as.applyAsLong(one.mark()))).toList();
    return draft.done();
  }

  private static Scene numbered(Scene scene, LongUnaryOperator as) {
    return switch (scene) {
      case Scene.Undeclared nothing -> nothing;
      case Scene.Safe safe ->
          new Scene.Safe(safe.by(), safe.at(), safe.suspect(), as.applyAsLong(safe.mark()));
      case Scene.Unsafe unsafe ->
          new Scene.Unsafe(unsafe.by(), unsafe.at(), as.applyAsLong(unsafe.mark()));
      case Scene.Cleared cleared ->
          new Scene.Cleared(cleared.by(), cleared.at(), as.applyAsLong(cleared.mark()));
    };
  }

  /** The one that goes on, with what stood at the other at the moment of merging, facts too. */
  static IncidentView joined(IncidentView one, IncidentView other) {
    IncidentView into = SinceReopening.of(one);
    IncidentView from = SinceReopening.of(other);
    ViewDraft draft = new ViewDraft(into);
    draft.mode = into.mode() == Mode.LIVE ? Mode.LIVE : from.mode();
    draft.facts = MergedFacts.of(into.facts(), List.of(from.facts()));
    draft.scene = careful(into.scene(), from.scene());
    draft.wanted = standing(into.wanted() == null ? from.wanted() : into.wanted(), draft.scene);
    draft.ask =
        Stream.of(into, from)
            .flatMap(view -> Stream.ofNullable(view.ask()))
            .max(Comparator.comparingLong(Ask::mark).thenComparing(Ask::nobodyTold))
            .orElse(null);
    draft.reopenMark = SinceReopening.mark(into, from);
    draft.releaseMark = SinceReopening.releaseMark(into, from);
    draft.consents = with(into.consents(), from.consents());
    return draft.done();
  }

  /**
   * The more careful word of two on one scene, by the rule the incident service has. Doubt wins;
   * else the later word; that a source closed its call is none.
   */
  static Scene careful(Scene into, Scene from) {
    if (isSilent(from)) {
      return into;
    }
    boolean later = saidAt(from).isAfter(saidAt(into));
    boolean doubted = into instanceof Scene.Unsafe;
    if (!isSilent(into) && doubted != from instanceof Scene.Unsafe) {
      return doubted ? into : from;
    }
    return later ? from : into;
  }

  private static boolean isSilent(Scene scene) {
    return switch (scene) {
      case Scene.Undeclared nothing -> true;
      case Scene.Safe safe -> false;
      case Scene.Unsafe unsafe -> unsafe.by().equals(IncidentEvent.THE_SOURCE);
      case Scene.Cleared cleared -> cleared.by().equals(IncidentEvent.THE_SOURCE);
    };
  }

  private static Instant saidAt(Scene scene) {
    return switch (scene) {
      case Scene.Undeclared nothing -> Instant.MIN;
      case Scene.Safe safe -> safe.at();
      case Scene.Unsafe unsafe -> unsafe.at();
      case Scene.Cleared cleared -> cleared.at();
    };
  }

  /** Who left no longer stands beside her: an asking from before that is over. */
  private static @Nullable Wanted standing(@Nullable Wanted wanted, Scene scene) {
    return wanted != null
            && scene instanceof Scene.Cleared cleared
            && !wanted.at().isAfter(cleared.at())
        ? null
        : wanted;
  }

  /**
   * The one that goes on after a fact.
   *
   * @param before as it stood, with everyone's facts
   * @param latest after the fact, with its own facts alone
   * @param others the facts of those it goes on for
   */
  static IncidentView after(IncidentView before, IncidentView latest, List<IncidentFacts> others) {
    ViewDraft draft = new ViewDraft(latest);
    draft.facts = MergedFacts.of(latest.facts(), others);
    if (IncidentView.releasedIn(draft.facts)) {
      // one release that two reports tell of is one
      draft.releaseMark =
          IncidentView.releasedIn(before.facts()) ? before.releaseMark() : latest.mark();
    }
    return draft.done();
  }

  /** Whether it tells what the one that goes on took over when it was merged: no new asking. */
  static boolean saidBefore(IncidentView view, IncidentEvent event) {
    return switch (event) {
      case WorkerWanted again ->
          view.wanted() instanceof Wanted wanted
              && wanted.by().equals(again.by())
              && wanted.at().equals(again.at());
      case SceneDeclaredSafe again ->
          view.scene() instanceof Scene.Safe safe
              && safe.by().equals(again.by())
              && safe.at().equals(again.at());
      case IncidentEvent other -> false;
    };
  }

  /** The one that went on, without the wish of the one that leaves it. */
  static IncidentView without(IncidentView whole, IncidentView leaving) {
    ViewDraft draft = new ViewDraft(whole);
    Wanted left = leaving.wanted();
    Wanted wanted = whole.wanted();
    if (left != null && left.equals(wanted)) {
      draft.wanted = null;
    }
    Ask asked = leaving.ask();
    Ask ask = whole.ask();
    if (asked != null && ask != null && asked.mark() == ask.mark()) {
      draft.ask = null;
    }
    return draft.done();
  }

  /**
   * One that stands on its own again. No scene is safe because another one was, and nobody is
   * wanted there until somebody says so.
   */
  static IncidentView alone(IncidentView leaving, IncidentView whole) {
    ViewDraft draft = new ViewDraft(counting(leaving, whole));
    draft.scene =
        leaving.scene() instanceof Scene.Unsafe ? leaving.scene() : new Scene.Undeclared();
    draft.wanted = null;
    draft.ask = null;
    if (leaving.releaseMark() == 0) {
      // what was merged into it told of the release while the two were one
      draft.releaseMark = whole.releaseMark();
    }
    return draft.done();
  }

  /** The same, counting on where the whole stands. */
  static IncidentView counting(IncidentView one, IncidentView whole) {
    ViewDraft draft = new ViewDraft(one);
    draft.mark = whole.mark();
    draft.times = whole.kept();
    return draft.done();
  }

  /** The same, one fact later: something was told of an incident it goes on for. */
  static IncidentView beside(IncidentView whole, Mode heardAs, Instant at) {
    ViewDraft draft = new ViewDraft(whole);
    List<Instant> times = new ArrayList<>(whole.kept());
    times.add(at);
    draft.mode = heardAs == Mode.LIVE ? Mode.LIVE : whole.mode();
    draft.mark = whole.mark() + 1;
    draft.times = times;
    return draft.done();
  }

  /** The same with these facts. */
  static IncidentView with(IncidentView view, IncidentFacts facts) {
    ViewDraft draft = new ViewDraft(view);
    draft.facts = facts;
    return draft.done();
  }

  /** The same, with what one person consented to in the incident it was split off. */
  static IncidentView withConsentsOf(IncidentView fresh, IncidentView old, UUID person) {
    ViewDraft draft = new ViewDraft(fresh);
    draft.consents =
        with(
            fresh.consents(),
            old.consents().stream()
                .filter(one -> one.person().equals(person))
                .map(one -> one.heardAs(fresh.mark()))
                .toList());
    return draft.done();
  }

  /** The same without an asking up to this fact: its help went on elsewhere. */
  static IncidentView answered(IncidentView view, long mark) {
    ViewDraft draft = new ViewDraft(view);
    Wanted wanted = view.wanted();
    draft.wanted = wanted != null && wanted.mark() <= mark ? null : wanted;
    Ask ask = view.ask();
    draft.ask = ask != null && ask.mark() <= mark ? null : ask;
    return draft.done();
  }

  /** The same, linked with these. */
  static IncidentView linked(IncidentView view, List<UUID> others) {
    ViewDraft draft = new ViewDraft(view);
    draft.linked = others.isEmpty() ? null : others;
    return draft.done();
  }

  private static List<Consent> with(List<Consent> known, List<Consent> more) {
    List<Consent> all = new ArrayList<>(known);
    more.stream()
        .filter(one -> known.stream().noneMatch(has -> has.consent().equals(one.consent())))
        .forEach(all::add);
    return all;
  }

  /** Whether a person is named in an incident, by whichever id. */
  static boolean names(IncidentFacts facts, @Nullable UUID person) {
    return person != null
        && facts.parties().stream()
            .anyMatch(
                party ->
                    party.person().equals(person)
                        || Stream.ofNullable(party.linked())
                            .flatMap(List::stream)
                            .anyMatch(person::equals));
  }
}
