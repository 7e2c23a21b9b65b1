package org.warmhandoff.simulator.check;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check-cad FILE...|URL}. */
@Command(
    name = "check-cad",
    mixinStandardHelpOptions = true,
    description = {
      "Says what intake makes of a CAD's samples: what it understands field by field, what decides"
          + " nothing, what it would refuse and how to mend it. Nothing is stored.",
      "A sample is our own JSON, an EIDO, a CloudEvent or a batch of them, lines of reports, plain"
          + " or gzipped. Ends with 0 only where all of them would be taken.",
      "The service itself judges, so that nothing here can differ from what it does: it must run."
    })
public final class CheckCadCommand implements Callable<Integer> {

  private static final int ASKED_WRONGLY = 2;

  @Mixin private Installation installation = new Installation();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|URL",
      description = "samples; an address is asked once, without a token")
  private List<String> places = new ArrayList<>();

  @Option(
      names = "--police-service",
      paramLabel = "CODE",
      defaultValue = "windsor",
      description = "whose CAD it is: its own codes are known (default: ${DEFAULT-VALUE})")
  private String policeService = "windsor";

  @Option(
      names = "--type",
      paramLabel = "MEDIA-TYPE",
      description =
          "the content type your CAD sends; the sample is sent as that, whole, whatever it looks"
              + " like (default: by what it looks like)")
  private @Nullable String type;

  @Option(names = "--brief", description = "one line per sample")
  private boolean brief;

  @Option(names = "--json", description = "for machines: everything as one JSON document")
  private boolean json;

  private final PrintStream out = System.out;

  /** For the command line. */
  public CheckCadCommand() {}

  @Override
  public Integer call() throws IOException {
    if (type != null && !type.matches("[ -~]*")) {
      System.err.println("A content type is written in plain letters.");
      return ASKED_WRONGLY;
    }
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      Samples finder = new Samples(http, type);
      List<Samples.Source> sources = new ArrayList<>();
      for (String place : places) {
        sources.addAll(finder.at(place));
      }
      Telling telling = json ? new Telling.ForMachines(out) : new Telling.InWords(out, brief);
      Check check = new Check(installation.door(), policeService);
      for (Samples.Source source : sources) {
        check(source, check, telling);
      }
      if (telling.told() == 0) {
        System.err.println(
            "There is no sample there: .json, .ndjson, .jsonl or .eido, plain or .gz.");
        return ASKED_WRONGLY;
      }
      telling.end();
      return telling.taken() == telling.told() ? 0 : 1;
    }
  }

  /** One sample is in memory at a time, and is told of before the next is checked. */
  private static void check(Samples.Source source, Check check, Telling telling)
      throws IOException {
    try (Stream<Sample> samples = source.open()) {
      for (Iterator<Sample> each = samples.iterator(); each.hasNext(); ) {
        for (Verdict verdict : check.of(each.next())) {
          telling.tell(verdict);
        }
      }
    } catch (Samples.Broken broken) {
      telling.tell(
          Verdict.unread(
              broken.name(), "unread", broken.why(), "Give it as it is, or whole and gzipped."));
    }
  }
}
