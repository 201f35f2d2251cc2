package org.havenline.rehearsal.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// How long something takes for whom: the first entry that fits.
public record Lengths(List<Entry> entries) {
  /// No limit: nobody loses patience.
  public static final Lengths ENDLESS = new Lengths(List.of());

  /// @param channel empty: all
  /// @param risk empty: all
  public record Entry(Optional<Channel> channel, Optional<RiskLevel> risk, Length length) {
    boolean fits(Triage triage) {
      return channel.map(triage.channel()::equals).orElse(true)
          && risk.map(triage.risk()::equals).orElse(true);
    }

    boolean fitsAll() {
      return channel.isEmpty() && risk.isEmpty();
    }
  }

  public Lengths {
    entries = List.copyOf(entries);
  }

  /// Empty only when there is no entry at all.
  public Optional<Length> of(Triage triage) {
    return entries.stream().filter(entry -> entry.fits(triage)).map(Entry::length).findFirst();
  }

  static Lengths read(Value list) {
    var entries = new ArrayList<Entry>();
    entries.addAll(
        Fields.each(
            list,
            fields ->
                new Entry(
                    fields.optional("channel").flatMap(v -> v.word(Channel.class)),
                    fields.optional("risk").flatMap(v -> v.word(RiskLevel.class)),
                    Length.read(fields))));
    if (entries.isEmpty() || !entries.getLast().fitsAll()) {
      list.fault(
          "it is not said how long for everyone else", "Add a last entry without conditions");
    }
    return new Lengths(entries);
  }
}
