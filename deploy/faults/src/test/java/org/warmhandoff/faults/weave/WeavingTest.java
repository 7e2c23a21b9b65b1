package org.warmhandoff.faults.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WeavingTest {

  private static final String TYPE = Sample.class.getName().replace('.', '/');

  @Test
  void bringsBackWhatEachRewriteSays() throws Exception {
    Set<Object> done = new HashSet<>();
    List<Rewrite> rewrites =
        List.of(
            new Rewrite.Text(TYPE, "one", "none"),
            new Rewrite.Says(TYPE, "no", 1),
            new Rewrite.Constant(TYPE, "unit", "DAYS", "HOURS"),
            new Rewrite.WithoutCall(TYPE, "size", "add", 0),
            new Rewrite.WithoutCall(TYPE, "asks", "isPresent", 1),
            new Rewrite.Nothing(TYPE, "read"));

    Object sample = woven(rewrites, done);

    assertThat(call(sample, "text")).isEqualTo("select none from two");
    assertThat(call(sample, "no")).isEqualTo(true);
    assertThat(call(sample, "unit")).isEqualTo(TimeUnit.HOURS);
    assertThat(call(sample, "asks")).isEqualTo(true);
    assertThat(call(sample, "read")).isNull();
    var size = sample.getClass().getDeclaredMethod("size", List.class);
    size.setAccessible(true);
    assertThat(size.invoke(sample, new ArrayList<>())).isEqualTo(0);
    assertThat(done).containsExactlyInAnyOrderElementsOf(rewrites);
  }

  @Test
  void whatIsNotNamedStaysAsItIs() throws Exception {
    Object sample = woven(List.of(new Rewrite.Text(TYPE, "not there", "")), new HashSet<>());

    assertThat(call(sample, "text")).isEqualTo(new Sample().text());
    assertThat(call(sample, "no")).isEqualTo(false);
    assertThat(call(sample, "read")).isEqualTo(Optional.of("read"));
  }

  private static Object call(Object sample, String method) throws Exception {
    var declared = sample.getClass().getDeclaredMethod(method);
    declared.setAccessible(true);
    return declared.invoke(sample);
  }

  private static Object woven(List<Rewrite> rewrites, Set<Object> done) throws Exception {
    byte[] bytes;
    try (InputStream file =
        Objects.requireNonNull(
            Sample.class.getClassLoader().getResourceAsStream(TYPE + ".class"))) {
      bytes = Weaving.of(file.readAllBytes(), List.of(), rewrites, done);
    }
    ClassLoader loader =
        new ClassLoader(WeavingTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Sample.class.getName())
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    var constructor = loader.loadClass(Sample.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
