package org.warmhandoff.incident.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.warmhandoff.incident.IdempotencyKeys;

/**
 * Which posts of a group may be taken together, and which must see what became of an earlier one of
 * them: of two with one number, or one key, the later.
 */
record Turns(List<Post> together, List<Post> later) {

  /** The one order in which what may be held by somebody else is waited for. */
  static final Comparator<Post> BY_NUMBER =
      Comparator.comparing((Post post) -> post.source().code())
          .thenComparing(post -> post.report().externalId())
          .thenComparingInt(Post::place);

  private record Number(String policeService, String externalId) {}

  private record Key(String policeService, Object key) {}

  static Turns of(List<Post> posts) {
    List<Post> together = new ArrayList<>();
    List<Post> later = new ArrayList<>();
    Set<Object> met = new HashSet<>();
    for (Post post : posts.stream().sorted(Comparator.comparingInt(Post::place)).toList()) {
      boolean first = met.add(new Number(post.source().code(), post.report().externalId()));
      IdempotencyKeys.Use key = post.key();
      first &= key == null || met.add(new Key(key.policeService(), key.key()));
      (first ? together : later).add(post);
    }
    together.sort(BY_NUMBER);
    return new Turns(together, later);
  }

  /** The keys of those that are taken together. */
  List<IdempotencyKeys.Use> keys() {
    return together.stream()
        .map(Post::key)
        .flatMap(Stream::ofNullable)
        .filter(Objects::nonNull)
        .toList();
  }
}
