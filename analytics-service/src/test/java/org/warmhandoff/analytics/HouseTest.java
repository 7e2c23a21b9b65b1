package org.warmhandoff.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.HouseRules;

class HouseTest extends HouseRules {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.warmhandoff.analytics");

  HouseTest() {
    super("org.warmhandoff.analytics");
  }

  @Test
  void exactNumbersDoNotReachADoor() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .or()
        .haveSimpleName("Sheet")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.(Cube|Cell|Distribution|ReleasedFacts|MeasureSql)(\\$.*)?")
        .because("what leaves the service has passed suppression")
        .check(SERVICE);
  }

  @Test
  void onlySuppressionPublishes() {
    classes()
        .that()
        .areAssignableTo(Suppression.Published.class)
        .should()
        .haveOnlyPrivateConstructors()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(SERVICE);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.warmhandoff.analytics")
        .should()
        .callConstructor(Suppression.Row.class, String.class, java.util.List.class)
        .check(SERVICE);
  }
}
