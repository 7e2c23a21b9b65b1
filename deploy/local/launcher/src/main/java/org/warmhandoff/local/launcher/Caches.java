package org.warmhandoff.local.launcher;

import java.util.List;

/** Flags that let a program start from a cache of loaded classes, or none. */
interface Caches {

  Caches NONE = program -> List.of();

  List<String> flags(Program program);
}
