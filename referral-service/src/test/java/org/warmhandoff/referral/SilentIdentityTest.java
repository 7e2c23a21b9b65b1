package org.warmhandoff.referral;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.WithStack;

/** A service that did not come up because another was slow would be one outage made of two. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(value = SilentIdentity.class, restrictToAnnotatedClass = true)
class SilentIdentityTest {

  @Test
  void startsWhereTheProviderOfItsOwnTokensDoesNotAnswer() {
    given().get("/q/health/live").then().statusCode(200);
  }
}
