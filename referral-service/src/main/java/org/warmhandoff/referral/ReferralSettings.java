package org.warmhandoff.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/** {@code handoff.referral.*}: what differs from one installation to the next. */
@ConfigMapping(prefix = "handoff.referral")
public interface ReferralSettings {

  /** The program a purpose belongs to where no program made contact. */
  Map<Purpose, String> programOfPurpose();

  /** The codes an agency may give as a reason; codes only, so that none can carry a name. */
  Set<String> answerReasons();

  /** What a person may ask an agency for, in the order it is offered. */
  @WithDefault("shelter,safety-plan,legal,counselling,children,money,health")
  List<String> needs();
}
