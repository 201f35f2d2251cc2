package org.havenline.command.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.Preview;

/// What an import would do, for people. Holds values only of services that are not confidential.
final class ImportReport {
  private static final int SOME = 10;

  private ImportReport() {}

  /// @param all lists everything, not some of it
  static String of(Preview preview, boolean all) {
    var lines = new ArrayList<String>();
    preview
        .ledger()
        .tallies()
        .forEach((file, tally) ->
            lines.add(
                "%s: %,d rows, %,d taken (%,d repaired), %,d left out"
                    .formatted(
                        file, tally.read(), tally.taken(), tally.repaired(), tally.rejected())));
    lines.add("");
    preview
        .ledger()
        .counts()
        .forEach((group, many) -> lines.add("%,7d  %s".formatted(many, sentence(group))));
    if (all) {
      preview.ledger().findings().forEach(finding -> lines.add("  " + finding));
    }
    lines.add("");
    lines.add(
        "Source '%s': %,d new, %,d changed, %,d as before, %,d no more there (kept, marked)"
            .formatted(
                preview.source(),
                preview.added().size(),
                preview.changed().size(),
                preview.unchanged(),
                preview.missing().size()));
    if (!preview.ledger().whole()) {
      lines.add("It could not be read to its end, so nothing is marked as missing.");
    }
    lines.add(names("new", preview.added(), all));
    preview.changed().entrySet().stream()
        .limit(all ? Long.MAX_VALUE : SOME)
        .forEach(one -> {
          lines.add("changed: " + one.getKey().value());
          one.getValue().forEach(field -> lines.add("    " + field));
        });
    lines.add(names("no more there", preview.missing(), all));
    return lines.stream().filter(line -> !line.equals(NONE)).collect(Collectors.joining("\n"));
  }

  private static final String NONE = "-";

  private static String sentence(String group) {
    var parts = List.of(group.split("\\|", -1));
    var field = parts.get(2).isEmpty() ? "" : ", " + parts.get(2);
    var what = parts.get(1).equals("REJECTED") ? "left out" : "repaired";
    return "%s in %s%s: %s".formatted(what, parts.get(0), field, parts.get(3));
  }

  private static String names(String what, List<ServiceId> ids, boolean all) {
    if (ids.isEmpty()) {
      return NONE;
    }
    var some =
        ids.stream()
            .limit(all ? Long.MAX_VALUE : SOME)
            .map(ServiceId::value)
            .collect(Collectors.joining(", "));
    return what + ": " + some + (all || ids.size() <= SOME ? "" : ", … (--all lists them)");
  }
}
