package org.havenline.command.risk;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.command.Refused;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.trial.TrialReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `risk`: what the risk rules say, and whether they do what their authors meant.
@Command(
    name = "risk",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(try | test | trial)",
    description = "Tries the risk rules. Nothing is sent; only of a trial a line is noted.")
public final class RiskCommand {
  private RiskCommand() {}

  /// Tries rules on past messages.
  @FunctionalInterface
  public interface Trials {
    /// @param reason for the audit log
    TrialReport run(RiskRules rules, int days, int messages, String reason);
  }

  /// @param inForce the rules the settings name
  public static CommandLine of(PrintStream out, Supplier<RiskRules> inForce, Trials trials) {
    return new CommandLine(new RiskCommand())
        .addSubcommand(new TryCommand(out, inForce))
        .addSubcommand(new TestCommand(out, inForce))
        .addSubcommand(new TrialCommand(out, trials));
  }

  /// @throws Refused when it is no folder
  static RiskRules rules(Optional<Path> folder, Supplier<RiskRules> inForce) {
    if (folder.isEmpty()) {
      return inForce.get();
    }
    if (!Files.isDirectory(folder.get())) {
      throw new Refused(List.of(folder.get() + " is no folder. Name the one with levels.yaml."));
    }
    return RiskRules.read(folder.get());
  }
}
