package org.havenline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.twilio.message.FallbackReply;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.twilio.voice.FallbackCalls;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.translations.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `fallback`: what Twilio says while no server of ours answers.
@Command(
    name = "fallback",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what Twilio says to those who call and write while no server of ours answers:",
      "files for a host elsewhere. The README says how they are served."
    })
public final class FallbackCommand implements Runnable {
  @Parameters(paramLabel = "FOLDER", description = "is made; files of an earlier time are replaced")
  private Path folder = Path.of("");

  private final PrintStream out;
  private final Supplier<Ground> ground;

  /// What is said to whom.
  public record Ground(RoutingTables tables, Texts texts) {}

  public FallbackCommand(PrintStream out, Supplier<Ground> ground) {
    this.out = out;
    this.ground = ground;
  }

  /// @throws Refused when a file cannot be written
  @Override
  public void run() {
    var on = ground.get();
    try {
      java.nio.file.Files.createDirectories(folder);
    } catch (IOException unwritable) {
      throw new Refused(
          List.of(folder + " cannot be made. Check the folder above it and your rights."));
    }
    for (var line : on.tables().lines()) {
      files(on.texts(), line).forEach((name, text) -> Files.write(folder.resolve(name), text));
      settings(line).forEach(out::println);
    }
    hints(on.tables()).forEach(out::println);
  }

  /// Every document of a line, by the name of its file.
  public static Map<String, String> files(Texts texts, Line line) {
    var files =
        new LinkedHashMap<>(
            FallbackCalls.of(CallWebhook.speech(texts, _ -> Optional.empty())).of(line));
    FallbackReply.of(texts).of(line).ifPresent(text -> files.put(FallbackReply.name(line), text));
    return files;
  }

  /// Where each is set at Twilio, as its "primary handler fails".
  private static List<String> settings(Line line) {
    return line.numbers().stream()
        .flatMap(number ->
            number.channels().stream()
                .sorted()
                .map(channel ->
                    "%s  %-9s %s"
                        .formatted(
                            number.number(),
                            channel == Channel.VOICE ? "calls" : "texts",
                            channel == Channel.VOICE
                                ? FallbackCalls.name(line, number.number())
                                : FallbackReply.name(line))))
        .distinct()
        .toList();
  }

  /// A sentence on each line whose callers would reach nobody.
  public static List<String> hints(RoutingTables tables) {
    return tables.lines().stream()
        .filter(line -> line.dutyPhone().isEmpty())
        .filter(line -> line.numbers().stream().anyMatch(number -> number.on(Channel.VOICE)))
        .map(line ->
            ("Hint: line '%s' takes calls and has no 'duty-phone': while no server answers, callers"
                    + " are told to call again later, and no telephone rings.")
                .formatted(line.id()))
        .toList();
  }
}
