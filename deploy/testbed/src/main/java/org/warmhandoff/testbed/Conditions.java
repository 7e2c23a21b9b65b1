package org.warmhandoff.testbed;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What the rules of the house look for, where ArchUnit has no word of its own. */
final class Conditions {

  private static final Set<String> CLOCKED =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

  private Conditions() {}

  static DescribedPredicate<JavaMethod> annotatedWithOneOf(Set<String> annotations) {
    return DescribedPredicate.describe(
        "annotated with a verb of HTTP",
        method -> annotations.stream().anyMatch(method::isAnnotatedWith));
  }

  static DescribedPredicate<JavaClass> annotatedAnywhereWith(String annotation) {
    return DescribedPredicate.describe(
        "annotated, or with a method annotated, with @" + annotation,
        type ->
            type.isAnnotatedWith(annotation)
                || type.getMethods().stream()
                    .anyMatch(method -> method.isAnnotatedWith(annotation)));
  }

  static ArchCondition<JavaMethod> nameARole(Set<String> annotations) {
    return new ArchCondition<>("name a role") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean named =
            annotations.stream()
                .anyMatch(
                    role ->
                        method.isAnnotatedWith(role) || method.getOwner().isAnnotatedWith(role));
        events.add(
            new SimpleConditionEvent(method, named, method.getFullName() + " names no role"));
      }
    };
  }

  static ArchCondition<JavaClass> haveOnePublicMethod() {
    return new ArchCondition<>("have one public method") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<String> open =
            type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName)
                .toList();
        events.add(
            new SimpleConditionEvent(
                type, open.size() == 1, type.getName() + " has these public methods: " + open));
      }
    };
  }

  static ArchCondition<JavaMethod> declareNoException() {
    return new ArchCondition<>("declare no exception") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean hidden = !method.getModifiers().contains(JavaModifier.PUBLIC);
        events.add(
            new SimpleConditionEvent(
                method,
                hidden || method.getThrowsClause().size() == 0,
                method.getFullName() + " declares " + method.getThrowsClause().getTypes()));
      }
    };
  }

  static ArchCondition<JavaClass> readTheWallClock() {
    return ArchConditions.callMethodWhere(
        DescribedPredicate.describe("the wall clock is read", Conditions::readsTheWallClock));
  }

  static ArchCondition<JavaClass> callThreadSleep() {
    return ArchConditions.callMethodWhere(
        DescribedPredicate.describe(
            "a thread sleeps",
            call ->
                call.getTargetOwner().isEquivalentTo(Thread.class)
                    && call.getTarget().getName().equals("sleep")));
  }

  static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackage().getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(annotation -> annotation.isEquivalentTo(NullMarked.class));
        events.add(
            new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
      }
    };
  }

  private static boolean readsTheWallClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getFullName();
    String name = call.getTarget().getName();
    boolean hasNoClock =
        call.getTarget().getRawParameterTypes().stream()
            .noneMatch(parameter -> CLOCKS.contains(parameter.getFullName()));
    return (CLOCKED.contains(owner) && name.equals("now") && hasNoClock)
        || (CLOCKS.contains(owner) && name.startsWith("system"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }
}
