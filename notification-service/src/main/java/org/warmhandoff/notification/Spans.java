package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Half-open intervals of time, put together and taken from each other. */
final class Spans {

  private Spans() {}

  /** The same time in as few intervals as it takes, in order. */
  static List<Window.Span> union(Collection<Window.Span> spans) {
    List<Window.Span> sorted =
        spans.stream().sorted(Comparator.comparing(Window.Span::opens)).toList();
    List<Window.Span> joined = new ArrayList<>();
    for (Window.Span next : sorted) {
      if (!joined.isEmpty() && !next.opens().isAfter(joined.getLast().closes())) {
        Window.Span last = joined.removeLast();
        joined.add(new Window.Span(last.opens(), later(last.closes(), next.closes())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** What is left of these without the others. */
  static List<Window.Span> without(Collection<Window.Span> spans, Collection<Window.Span> others) {
    List<Window.Span> out = union(others);
    List<Window.Span> left = new ArrayList<>();
    for (Window.Span span : union(spans)) {
      Instant from = span.opens();
      for (Window.Span gone : out) {
        if (gone.closes().isAfter(from) && gone.opens().isBefore(span.closes())) {
          if (gone.opens().isAfter(from)) {
            left.add(new Window.Span(from, gone.opens()));
          }
          from = later(from, gone.closes());
        }
      }
      if (from.isBefore(span.closes())) {
        left.add(new Window.Span(from, span.closes()));
      }
    }
    return left;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
