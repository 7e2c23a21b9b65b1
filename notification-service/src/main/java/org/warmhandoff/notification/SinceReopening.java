package org.warmhandoff.notification;

import java.util.List;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.notification.IncidentView.Scene;
import org.warmhandoff.notification.IncidentView.Wanted;

/**
 * What of two calls that become one may still call on somebody. A call that was over and is open
 * again brings nothing along of before; the other's facts count, however early they came.
 */
final class SinceReopening {

  private SinceReopening() {}

  /** The call without what was said at it before it was opened again; doubt about it stays. */
  static IncidentView of(IncidentView view) {
    ViewDraft draft = new ViewDraft(view);
    long from = view.reopenMark();
    boolean over =
        switch (view.scene()) {
          case Scene.Safe safe -> safe.mark() < from;
          case Scene.Cleared cleared -> cleared.mark() < from;
          case Scene.Unsafe doubt -> false;
          case Scene.Undeclared nothing -> false;
        };
    draft.scene = over ? new Scene.Undeclared() : view.scene();
    Wanted wanted = view.wanted();
    draft.wanted = wanted != null && wanted.mark() < from ? null : wanted;
    draft.releaseMark = view.releaseMark() < from ? 0 : view.releaseMark();
    return draft.done();
  }

  /** From where on facts count; at least 1 where either was opened again, so that 0 is before. */
  static long mark(IncidentView into, IncidentView from) {
    boolean neither = into.reopenMark() == 0 && from.reopenMark() == 0;
    return neither ? 0 : Math.max(1, Math.min(into.reopenMark(), from.reopenMark()));
  }

  /**
   * When arrest and release were known of the two: where one told of both, that one's mark, so that
   * help which came of it is not called on again. Both views are as {@link #of} leaves them.
   */
  static long releaseMark(IncidentView into, IncidentView from) {
    boolean ours = IncidentView.releasedIn(into.facts());
    boolean theirs = IncidentView.releasedIn(from.facts());
    if (theirs && !(ours && into.releaseMark() > 0)) {
      return from.releaseMark();
    }
    IncidentFacts both = MergedFacts.of(into.facts(), List.of(from.facts()));
    return !ours && IncidentView.releasedIn(both) ? into.mark() : into.releaseMark();
  }
}
