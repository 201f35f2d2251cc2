package org.havenline.routingconfig.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Finding;

/// What a set of files declares, what it refers to, and all that is wrong with it. One per reading.
public final class Ledger {
  /// More than this nobody reads; a hostile file could otherwise cause millions.
  private static final int MOST_FINDINGS = 200;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Map<String, Place>> declared = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  private record Reference(String kind, String id, Place place) {}

  public void add(String file, int line, String fault, String remedy) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new Finding(file, line, fault, remedy));
    }
  }

  /// Declares ids that are defined outside the files.
  public void know(String kind, Set<String> ids) {
    ids.forEach(id -> of(kind).put(id, new Place("", 0)));
  }

  void declare(String kind, String id, Value at) {
    var first = of(kind).putIfAbsent(id, new Place(at.file(), at.line()));
    if (first != null) {
      at.fault(
          "the " + kind + " '" + Words.shown(id) + "' is already there",
          "Rename it or remove it; the first is at " + first.file() + ":" + first.line());
    }
  }

  void refer(String kind, String id, Value at) {
    references.add(new Reference(kind, id, new Place(at.file(), at.line())));
  }

  /// Where the ids of these kinds were declared.
  public Places places(String... kinds) {
    return new Places(
        Arrays.stream(kinds)
            .collect(
                Collectors.toUnmodifiableMap(Function.identity(), kind -> Map.copyOf(of(kind)))));
  }

  private Map<String, Place> of(String kind) {
    return declared.computeIfAbsent(kind, _ -> new HashMap<>());
  }

  /// Follows every reference and gives all findings in the order of files and lines.
  public List<Finding> close() {
    for (var reference : references) {
      var known = of(reference.kind()).keySet();
      if (!known.contains(reference.id())) {
        add(
            reference.place().file(),
            reference.place().line(),
            "there is no " + reference.kind() + " '" + Words.shown(reference.id()) + "'",
            Words.didYouMean(reference.id(), known));
      }
    }
    references.clear();
    return findings.stream()
        .distinct()
        .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
        .toList();
  }
}
