package org.havenline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.prompt.Coverage;
import org.havenline.channel.voice.prompt.FileRecordings;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.Voicemail;
import org.havenline.translations.spoken.SoundFiles;

/// What `check` says of calls: which languages of the lines a caller can hear, and what is missing.
/// It knows files alone; what administrators brought lies in the store, and the console shows it.
///
/// @param speech by voices
public record HeardCheck(RoutingTables tables, Speech speech, SoundFiles sounds) {

  /// In sentences; none of them is a fault.
  public List<String> words() {
    var files = new FileRecordings(sounds);
    var coverages =
        tables.lines().stream()
            .flatMap(line -> line.languages().stream())
            .distinct()
            .map(language ->
                Coverage.of(
                    language, speech.hasVoice(language), speech.script(language), files::of))
            .toList();
    var words = new ArrayList<String>();
    long voices = coverages.stream().filter(Coverage::voice).count();
    words.add(
        "Calls: %d languages, %d with a voice. Recordings brought by the console are not counted here."
            .formatted(coverages.size(), voices));
    coverages.stream()
        .filter(one -> !one.voice() || one.recorded() > 0)
        .map(one -> "Calls in " + one.words())
        .forEach(words::add);
    coverages.stream()
        .flatMap(one -> one.takes().stream())
        .flatMap(take ->
            files
                .fault(take.sentence())
                .map(why -> "Not played: audio/" + take.sentence().file() + ". " + why)
                .stream())
        .forEach(words::add);
    stale().map(HeardCheck::stale).forEach(words::add);
    tables.lines().stream()
        .filter(line -> line.voicemail() != Voicemail.NEVER)
        .map(HeardCheck::recorded)
        .forEach(words::add);
    return words;
  }

  private static String recorded(Line line) {
    return "Line '%s' lets callers leave messages%s: what they say is recorded by Twilio, fetched within"
            .formatted(line.id(), line.voicemail() == Voicemail.CLOSED ? " while it is closed" : "")
        + " seconds as a rule, and deleted there. Turn on 'HTTP basic auth for media' (Settings,"
        + " Voice) at Twilio: without it whoever knows a recording's address can hear it until"
        + " then.";
  }

  /// Of every language, not only of those of the lines.
  private Stream<String> stale() {
    var all = speech.languages().stream().map(speech::script).toList();
    return sounds.stale(all).stream();
  }

  private static String stale(String file) {
    return "Not played: audio/"
        + file
        + ". Its text has changed since, or its name is wrong: read it again.";
  }
}
