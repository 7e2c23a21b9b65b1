package org.warmhandoff.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  private static final String SAMPLES = "org.warmhandoff.testbed.sample.";

  private static final class Rules extends HouseRules {
    Rules(String root) {
      super(root, new ClassFileImporter().importPackages(root));
    }
  }

  @Test
  void aHouseInOrderPasses() {
    Rules rules = new Rules(SAMPLES + "good");
    rules.onlyResourcesHaveAPath();
    rules.everyDoorNamesItsRole();
    rules.onlyConsumersReadTopics();
    rules.onlyUseCasesOpenTransactions();
    rules.everyFailureRollsBack();
    rules.resourcesLeaveTheTablesAlone();
    rules.nounsDoNotKnowTheDoors();
    rules.activitiesDoNotKnowEachOther();
    rules.timeIsAsked();
    rules.nobodySleeps();
    rules.businessIsPlainCode();
    rules.everyPackageIsNullMarked();
    assertThat(rules).isNotNull();
  }

  @Test
  void eachBrokenRuleIsFound() {
    Rules rules = new Rules(SAMPLES + "bad");
    assertThatThrownBy(rules::onlyUseCasesOpenTransactions).hasMessageContaining("public methods");
    assertThatThrownBy(rules::everyFailureRollsBack).hasMessageContaining("InterruptedException");
    assertThatThrownBy(rules::nounsDoNotKnowTheDoors).hasMessageContaining("Noun");
    assertThatThrownBy(rules::activitiesDoNotKnowEachOther).hasMessageContaining("Slice");
    assertThatThrownBy(rules::timeIsAsked).hasMessageContaining("Instant.now()");
    assertThatThrownBy(rules::nobodySleeps).hasMessageContaining("Thread.sleep");
  }
}
