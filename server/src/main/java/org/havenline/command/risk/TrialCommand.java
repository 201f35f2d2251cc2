package org.havenline.command.risk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.trial.TrialReport;
import org.havenline.trial.TrialText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `risk trial`: what rules would have made of the messages of the last days.
@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the messages of the last days again by the rules of a folder, where their text is",
      "still there, and says which contacts would stand higher or lower, and by which rules.",
      "Prints no word of a message. It is noted in the audit log; nothing else is changed."
    })
final class TrialCommand implements Runnable {
  private final PrintStream out;
  private final RiskCommand.Trials trials;

  @Parameters(paramLabel = "FOLDER", description = "with levels.yaml and the rules")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Path folder;

  @Option(names = "--days", defaultValue = "14", description = "default: 14")
  private int days;

  @Option(
      names = "--messages",
      defaultValue = "20000",
      description = "the newest; after so many no other contact is begun; default: 20000")
  private int messages;

  @Option(names = "--reason", required = true, description = "why, for the audit log")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String reason;

  TrialCommand(PrintStream out, RiskCommand.Trials trials) {
    this.out = out;
    this.trials = trials;
  }

  @Override
  public void run() {
    RiskRules rules = RiskCommand.rules(java.util.Optional.of(folder), RiskRules::shipped);
    rules.findings().forEach(finding -> out.println("left out: " + finding));
    TrialReport report = trials.run(rules, days, messages, reason);
    List<String> lines = TrialText.of(report);
    lines.forEach(out::println);
  }
}
