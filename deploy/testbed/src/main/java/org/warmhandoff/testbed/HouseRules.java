package org.warmhandoff.testbed;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules every service keeps: door, use case, noun, outbox. A service's {@code HouseTest}
 * extends this with its root package.
 */
public abstract class HouseRules {

  private static final String PATH = "jakarta.ws.rs.Path";

  /** Somebody else's door, described to a client: no door of ours. */
  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
  private static final String REPOSITORY = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";

  private static final Set<String> VERBS =
      Set.of(
          "jakarta.ws.rs.GET",
          "jakarta.ws.rs.POST",
          "jakarta.ws.rs.PUT",
          "jakarta.ws.rs.PATCH",
          "jakarta.ws.rs.DELETE");

  private static final Set<String> ROLE_NAMES =
      Set.of(
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.PermitAll",
          "io.quarkus.security.Authenticated");

  private final String root;
  private final JavaClasses house;

  /**
   * Reads the classes of a service, without its tests.
   *
   * @param root such as org.warmhandoff.incident
   */
  protected HouseRules(String root) {
    this(
        root,
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root));
  }

  HouseRules(String root, JavaClasses house) {
    this.root = root;
    this.house = house;
  }

  @Test
  protected void onlyResourcesHaveAPath() {
    check(
        classes()
            .that()
            .areAnnotatedWith(PATH)
            .and()
            .areNotAnnotatedWith(REST_CLIENT)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("a path is a door, and doors are found by their name"));
    check(
        methods()
            .that()
            .areAnnotatedWith(PATH)
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(REST_CLIENT)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource"));
  }

  @Test
  protected void everyDoorNamesItsRole() {
    check(
        methods()
            .that(are(Conditions.annotatedWithOneOf(VERBS)))
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(REST_CLIENT)
            .should(Conditions.nameARole(ROLE_NAMES))
            .because("an endpoint without a role is open to everyone who can log in"));
  }

  @Test
  protected void onlyConsumersReadTopics() {
    check(
        methods()
            .that()
            .areAnnotatedWith(INCOMING)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer")
            .because("a topic is a door, and doors are found by their name"));
  }

  @Test
  protected void onlyUseCasesOpenTransactions() {
    check(
        classes()
            .that(are(Conditions.annotatedAnywhereWith(TRANSACTIONAL)))
            .should(Conditions.haveOnePublicMethod())
            .andShould()
            .haveSimpleNameNotEndingWith("Resource")
            .andShould()
            .haveSimpleNameNotEndingWith("Consumer")
            .because("one use case is one transaction and one thing that happens"));
  }

  @Test
  protected void everyFailureRollsBack() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat(are(Conditions.annotatedAnywhereWith(TRANSACTIONAL)))
            .should(Conditions.declareNoException())
            .because("a transaction that ends by a checked exception is committed"));
  }

  @Test
  protected void resourcesLeaveTheTablesAlone() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(REPOSITORY)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource")
            .because("a door asks a use case"));
  }

  @Test
  protected void nounsDoNotKnowTheDoors() {
    check(
        noClasses()
            .that()
            .resideInAPackage(root)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".*..")
            .because("a noun serves every activity"));
  }

  @Test
  protected void activitiesDoNotKnowEachOther() {
    check(
        slices()
            .matching(root + ".(*)..")
            .should()
            .notDependOnEachOther()
            .because("what two activities share is a noun"));
  }

  @Test
  protected void timeIsAsked() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..time..")
            .should(Conditions.readTheWallClock())
            .because("business time can be moved; only the injected clock knows it"));
  }

  @Test
  protected void nobodySleeps() {
    check(
        noClasses()
            .should(Conditions.callThreadSleep())
            .because("a sleeping thread hides what it waits for"));
  }

  @Test
  protected void businessIsPlainCode() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smallrye.mutiny..")
            .because("business code reads from top to bottom"));
  }

  @Test
  protected void everyPackageIsNullMarked() {
    check(
        classes()
            .that(DescribedPredicate.alwaysTrue())
            .should(Conditions.liveInANullMarkedPackage())
            .because("null-safety is checked where the package says so"));
  }

  private void check(ArchRule rule) {
    // A service that has no consumer yet breaks no rule about consumers.
    rule.allowEmptyShould(true).check(house);
  }
}
