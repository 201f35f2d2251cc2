package org.havenline.routingconfig.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.Words;
import org.havenline.routingconfig.yaml.YamlFile;
import org.jspecify.annotations.Nullable;

/// What one version changes against another, in words an administrator uses: `rule minor:
/// offer-timeout 30s -> 20s`, `responder ruth removed`.
///
/// Compared is what is written, entry by entry with its id, and not what is read from it: so a key
/// that is new in the language of tables needs nothing here, and broken drafts can be compared.
/// Comments, the order of keys and which file an entry stands in change nothing.
public final class Differences {
  /// More than this nobody reads.
  private static final int MOST = 500;

  private final List<String> words = new ArrayList<>();

  private Differences() {}

  public static List<String> between(TableFiles before, TableFiles after) {
    var differences = new Differences();
    var old = differences.tree(before, "the version before");
    var now = differences.tree(after, "the new version");
    differences.tables("", "", old, now);
    differences.calendars(before, after);
    differences.risk(before, after);
    return List.copyOf(differences.words.subList(0, Math.min(differences.words.size(), MOST)));
  }

  /// All files as one table, of texts, lists and tables.
  private Map<String, Object> tree(TableFiles files, String which) {
    var whole = new LinkedHashMap<String, Object>();
    files
        .files()
        .forEach((name, bytes) -> {
          if (name.endsWith(TableFiles.TABLES) && !TableFiles.isRisk(name)) {
            top(name, bytes, which)
                .forEach((key, value) -> whole.merge((String) key, value, Differences::joined));
          }
        });
    return whole;
  }

  private Map<?, ?> top(String name, byte[] bytes, String which) {
    var top = YamlFile.read(name, bytes, new Ledger());
    if (top.isEmpty()) {
      words.add(name + " of " + which + " is not readable");
    }
    return top.isPresent() && top.get().at().written() instanceof Map<?, ?> table
        ? table
        : Map.of();
  }

  /// File by file, since each has an author, a state and words of its own; a rule has the same id
  /// in whatever file.
  private void risk(TableFiles before, TableFiles after) {
    for (var name : union(before.risk().files().keySet(), after.risk().files().keySet())) {
      var old = before.file(name);
      var now = after.file(name);
      if (old.isEmpty() || now.isEmpty()) {
        words.add(name + (old.isEmpty() ? " added" : " removed"));
      }
      if (!Arrays.equals(old.orElse(new byte[0]), now.orElse(new byte[0]))) {
        tables(
            name,
            "",
            old.<Map<?, ?>>map(bytes -> top(name, bytes, "the version before")).orElse(Map.of()),
            now.<Map<?, ?>>map(bytes -> top(name, bytes, "the new version")).orElse(Map.of()));
      }
    }
  }

  /// Only that they differ: what is in them is another program's.
  private void calendars(TableFiles before, TableFiles after) {
    for (var name : union(before.files().keySet(), after.files().keySet())) {
      if (!name.endsWith(TableFiles.TABLES)) {
        calendar(name, before.file(name), after.file(name));
      }
    }
  }

  private void calendar(String name, Optional<byte[]> old, Optional<byte[]> now) {
    if (old.isEmpty() || now.isEmpty()) {
      words.add(name + (old.isEmpty() ? " added" : " removed"));
    } else if (!Arrays.equals(old.get(), now.get())) {
      words.add(name + " changed");
    }
  }

  private static Object joined(Object one, Object other) {
    if (one instanceof List<?> first && other instanceof List<?> second) {
      var both = new ArrayList<Object>(first);
      both.addAll(second);
      return both;
    }
    return other;
  }

  /// @param owner the nearest entry that has an id, such as `rule minor`
  /// @param path from there to here
  private void compare(String owner, String path, @Nullable Object old, @Nullable Object now) {
    if (Objects.equals(old, now)) {
      return;
    }
    if (old instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
      tables(owner, path, before, after);
    } else if (isListOrNothing(old) && isListOrNothing(now)) {
      var before = list(old);
      var after = list(now);
      if (isOfEntries(before) && isOfEntries(after)) {
        entries(owner, path, before, after);
      } else if (isOfTexts(before) && isOfTexts(after)) {
        members(owner, path, before, after);
      } else {
        places(owner, path, before, after);
      }
    } else if (old == null) {
      say(owner, path + " " + shown(Objects.requireNonNull(now)) + " added");
    } else if (now == null) {
      say(owner, path + " " + shown(old) + " removed");
    } else {
      say(owner, path + " " + shown(old) + " -> " + shown(now));
    }
  }

  private void tables(String owner, String path, Map<?, ?> before, Map<?, ?> after) {
    for (var key : union(before.keySet(), after.keySet())) {
      var deeper = path.isEmpty() ? key : path + " " + key;
      compare(owner, deeper, before.get(key), after.get(key));
    }
  }

  private void entries(String owner, String path, List<?> before, List<?> after) {
    var kind = singular(path);
    var old = byId(before);
    var now = byId(after);
    for (var id : union(old.keySet(), now.keySet())) {
      var entry = kind + " " + id;
      if (!now.containsKey(id)) {
        words.add(entry + " removed");
      } else if (!old.containsKey(id)) {
        words.add(entry + " added");
      } else {
        compare(entry, "", old.get(id), now.get(id));
      }
    }
    var kept = new ArrayList<>(old.keySet());
    kept.retainAll(now.keySet());
    var order = new ArrayList<>(now.keySet());
    order.retainAll(old.keySet());
    if (!kept.equals(order)) {
      say(owner, "order of " + path + " is now " + String.join(", ", now.keySet()));
    }
  }

  private void members(String owner, String path, List<?> before, List<?> after) {
    for (var member : union(new HashSet<>(before), new HashSet<>(after))) {
      if (!after.contains(member)) {
        say(owner, path + " " + shown(member) + " removed");
      } else if (!before.contains(member)) {
        say(owner, path + " " + shown(member) + " added");
      }
    }
    if (new HashSet<>(before).equals(new HashSet<>(after))) {
      say(owner, path + " is now " + shown(after));
    }
  }

  /// Steps and the like, which have no id: by their place, counted from 1.
  private void places(String owner, String path, List<?> before, List<?> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      compare(
          owner,
          singular(path) + " " + (i + 1),
          i < before.size() ? before.get(i) : null,
          i < after.size() ? after.get(i) : null);
    }
  }

  private void say(String owner, String what) {
    words.add(owner.isEmpty() ? what : owner + ": " + what);
  }

  private static boolean isListOrNothing(@Nullable Object value) {
    return value == null || value instanceof List<?>;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static boolean isOfEntries(List<?> list) {
    return list.stream().allMatch(one -> one instanceof Map<?, ?> table && table.get("id") != null);
  }

  private static boolean isOfTexts(List<?> list) {
    return list.stream().allMatch(String.class::isInstance);
  }

  private static Map<String, Object> byId(List<?> entries) {
    var all = new LinkedHashMap<String, Object>();
    entries.forEach(entry -> all.put(String.valueOf(((Map<?, ?>) entry).get("id")), entry));
    return all;
  }

  private static List<String> union(Set<?> some, Set<?> others) {
    var all = new LinkedHashSet<String>();
    some.forEach(one -> all.add(String.valueOf(one)));
    others.forEach(one -> all.add(String.valueOf(one)));
    return List.copyOf(all);
  }

  private static String singular(String path) {
    return path.endsWith("s") ? path.substring(0, path.length() - 1) : path;
  }

  private static String shown(Object value) {
    return Words.shown(
        switch (value) {
          case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
          default -> value.toString();
        });
  }
}
