package org.warmhandoff.bench.intake;

import java.util.BitSet;
import org.warmhandoff.bench.posting.Answers;

/** What the service answered in all phases, by the numbers of the posts. */
record Ledger(BitSet accepted, BitSet refused) {

  Ledger() {
    this(new BitSet(), new BitSet());
  }

  Answers add(Answers answers) {
    accepted.or(answers.accepted());
    refused.or(answers.refused());
    return answers;
  }

  Streams.Result add(Streams.Result result) {
    accepted.or(result.accepted());
    return result;
  }
}
