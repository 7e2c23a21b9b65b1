package org.warmhandoff.referral;

import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.referral.Gate.Disclosure;
import org.warmhandoff.testbed.HouseRules;

class HouseTest extends HouseRules {

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.warmhandoff.referral");

  HouseTest() {
    super("org.warmhandoff.referral");
  }

  @Test
  void aDisclosureIsMadeByTheGateAlone() {
    constructors()
        .that()
        .areDeclaredIn(Disclosure.class)
        .should()
        .haveModifier(PRIVATE)
        .check(house);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Gate.class.getName())
        .should()
        .callConstructor(Disclosure.class, ConsentView.class)
        .check(house);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .doNotHaveFullyQualifiedName(Gate.class.getName())
        .should()
        .haveRawReturnType(Disclosure.class)
        .because("nothing else hands one out")
        .check(house);
  }

  @Test
  void theVaultIsAskedOutsideEveryTransaction() {
    noClasses()
        .that()
        .areAnnotatedWith(Transactional.class)
        .or()
        .haveSimpleName("RegisterRead")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("Vault")
        .check(house);
  }
}
