package org.havenline.referral.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.hsds.Withheld;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.Mark;
import org.havenline.referral.stored.Put;

/// Compares what a source holds with what the directory has of it.
final class Comparison {
  /// Records opened in one go.
  private static final int AT_ONCE = 200;

  private final Directory directory;
  private final String source;
  private final Map<ServiceId, Mark> marks;
  private final Ledger ledger;

  private final List<ServiceId> added = new ArrayList<>();
  private final Map<ServiceId, List<String>> changed =
      new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
  private final List<ServiceId> missing = new ArrayList<>();
  private final Map<ServiceId, String> names = new HashMap<>();
  private final List<Put> puts = new ArrayList<>();
  private int unchanged;

  Comparison(Directory directory, String source, Map<ServiceId, Mark> marks, Ledger ledger) {
    this.directory = directory;
    this.source = source;
    this.marks = marks;
    this.ledger = ledger;
  }

  Preview of(Map<ServiceId, Import.Pending> pending) {
    parts(List.copyOf(pending.keySet())).forEach(ids -> compare(ids, pending));
    // a source that broke off, or came empty, says nothing of what it does not name
    if (ledger.whole() && !pending.isEmpty()) {
      marks.forEach((id, mark) -> {
        if (mark.source().equals(source) && mark.seen() && !pending.containsKey(id)) {
          missing.add(id);
          puts.add(put(id, mark, mark.digest(), false, Optional.empty(), Optional.empty()));
        }
      });
    }
    parts(missing).forEach(this::nameMissing);
    return new Preview(source, ledger, added, changed, unchanged, missing, names, puts);
  }

  private static Stream<List<ServiceId>> parts(List<ServiceId> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
        .mapToObj(from -> ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
  }

  private void nameMissing(List<ServiceId> ids) {
    var stored = directory.stored(ids);
    for (int i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      stored.get(i).ifPresent(service -> name(id, service));
    }
  }

  private void compare(List<ServiceId> ids, Map<ServiceId, Import.Pending> pending) {
    var stored = directory.stored(ids);
    for (int i = 0; i < ids.size(); i++) {
      compare(ids.get(i), Objects.requireNonNull(pending.get(ids.get(i))), stored.get(i));
    }
  }

  private void compare(ServiceId id, Import.Pending one, Optional<ObjectNode> stored) {
    var mark = marks.getOrDefault(id, Mark.NONE);
    var service = one.service().document();
    var original = one.original().map(Packed::document);
    if (stored.isEmpty()) {
      added.add(id);
      name(id, service);
      puts.add(put(id, mark, directory.digest(service), true, Optional.of(service), original));
      return;
    }
    if (Withheld.is(service) && OwnFields.confidential(stored.get())) {
      // an export without confidential places must not take them away
      same(id, mark, service);
      return;
    }
    OwnFields.keep(service, stored.get());
    var digest = directory.digest(service);
    if (digest.equals(mark.digest())) {
      same(id, mark, service);
      return;
    }
    name(id, service);
    boolean tell = !OwnFields.confidential(service) && !OwnFields.confidential(stored.get());
    changed.put(id, differences(stored.get(), service, tell));
    puts.add(put(id, mark, digest, true, Optional.of(service), original));
  }

  private static List<String> differences(ObjectNode before, ObjectNode after, boolean tell) {
    return Difference.between(before, after, tell).stream().map(Difference::toString).toList();
  }

  private void same(ServiceId id, Mark mark, ObjectNode service) {
    if (mark.seen()) {
      unchanged++;
    } else {
      changed.put(id, List.of("seen again"));
      name(id, service);
      puts.add(put(id, mark, mark.digest(), true, Optional.empty(), Optional.empty()));
    }
  }

  /// As it may be told.
  private void name(ServiceId id, ObjectNode service) {
    Fields.text(Withheld.from(service), "name").ifPresent(name -> names.put(id, name));
  }

  private Put put(
      ServiceId id,
      Mark mark,
      String digest,
      boolean seen,
      Optional<ObjectNode> service,
      Optional<ObjectNode> original) {
    return directory.prepare(
        id, mark.revision(), new Mark(0, digest, seen, source), service, original);
  }
}
