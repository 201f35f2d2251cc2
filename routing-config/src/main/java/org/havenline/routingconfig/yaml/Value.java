package org.havenline.routingconfig.yaml;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One value of a file, which knows its place. Whatever is wrong with it is noted in the ledger and
/// a harmless stand-in is given, so that reading goes on to the next fault.
public final class Value {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?([eE]-?\\d)?");
  private static final int LONGEST_TEXT = 2000;

  private final String file;
  private final String name;
  private final Node node;
  private final Ledger ledger;

  /// @param name of the key or list it stands in, for findings
  Value(String file, String name, Node node, Ledger ledger) {
    this.file = file;
    this.name = name;
    this.node = node;
    this.ledger = ledger;
  }

  public String file() {
    return file;
  }

  /// Counted from 1.
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public void fault(String fault, String remedy) {
    ledger.add(file, line(), fault, remedy);
  }

  public boolean isText() {
    return node instanceof ScalarNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isTable() {
    return node instanceof MappingNode;
  }

  /// The letters as they may be printed in a finding: few, on one line.
  public String shown() {
    return Words.shown(node instanceof ScalarNode scalar ? scalar.getValue() : name);
  }

  /// The letters, lists and tables as written, without any judgement: texts as `String`, lists as
  /// `List`, tables as `Map`.
  public Object written() {
    return written(node);
  }

  private static Object written(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue().strip();
      case SequenceNode sequence -> sequence.getValue().stream().map(Value::written).toList();
      case MappingNode mapping -> {
        var all = new LinkedHashMap<String, Object>();
        mapping
            .getValue()
            .forEach(pair ->
                all.put(written(pair.getKeyNode()).toString(), written(pair.getValueNode())));
        yield all;
      }
      default -> "";
    };
  }

  /// The letters as written: what YAML would make of them is not asked, or Norway's `NO` would be
  /// false.
  public String text() {
    if (!(node instanceof ScalarNode scalar)) {
      fault("'" + name + "' must be a single value", "Write it on one line after the colon");
      return "";
    }
    if (scalar.getTag().getValue().startsWith("!")) {
      // YAML takes the word away: '!open' would be read as nothing
      fault("'" + name + "' begins with '!', which YAML keeps for itself", "Put it in quotes");
      return "";
    }
    var text = scalar.getValue().strip();
    if (text.isEmpty() || text.equals("~") || text.equals("null")) {
      fault("'" + name + "' is empty", "Give it a value or remove the line");
    } else if (text.length() > LONGEST_TEXT) {
      fault("'" + name + "' is longer than " + LONGEST_TEXT + " characters", "Shorten it");
    }
    return text.length() > LONGEST_TEXT ? "" : text;
  }

  /// A new id of a kind; unique among all files.
  public String declares(String kind) {
    var id = id();
    ledger.declare(kind, id, this);
    return id;
  }

  /// A name written as an id is, but which several may share.
  public String id() {
    var id = text();
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      fault(
          "'" + Words.shown(id) + "' is not an id",
          "Use 1 to 40 lower-case letters, digits and hyphens");
    }
    return id;
  }

  /// Notes that a pair or number which is no id may be there only once.
  public void once(String kind, String what) {
    ledger.declare(kind, what, this);
  }

  /// The id of something declared anywhere in the files.
  public String refersTo(String kind) {
    var id = text();
    if (!id.isEmpty()) {
      ledger.refer(kind, id, this);
    }
    return id;
  }

  /// A number and a unit: `45s`, `10m`, `2h`.
  public Duration duration(Duration least, Duration most) {
    var text = text();
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      if (!text.isEmpty()) {
        fault(
            "'" + Words.shown(text) + "' is not a duration",
            "Write a number and s, m or h, for instance 45s, 10m or 2h");
      }
      return least;
    }
    long amount = Long.parseLong(match.group(1));
    var duration =
        switch (match.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      fault(
          "'" + name + "' is out of range",
          "Between " + least.toSeconds() + "s and " + most.toSeconds() + "s");
      return least;
    }
    return duration;
  }

  public int whole(int least, int most) {
    var text = text();
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    fault("'" + name + "' must be a whole number", "Between " + least + " and " + most);
    return least;
  }

  /// One of the words of an enum, in lower case with hyphens.
  public <E extends Enum<E>> Optional<E> word(Class<E> type) {
    var text = text();
    var found =
        Arrays.stream(type.getEnumConstants()).filter(e -> Words.of(e).equals(text)).findFirst();
    if (found.isEmpty() && !text.isEmpty()) {
      fault(
          "'" + Words.shown(text) + "' is not known for '" + name + "'",
          Words.didYouMean(
              text.toLowerCase(Locale.ROOT),
              Arrays.stream(type.getEnumConstants()).map(e -> Words.of(e)).toList()));
    }
    return found;
  }

  public <E extends Enum<E>> Set<E> words(Class<E> type) {
    var all = EnumSet.noneOf(type);
    list().forEach(value -> value.word(type).ifPresent(all::add));
    return Set.copyOf(all);
  }

  /// Whatever it is: a text, a `Double`, a `Boolean`, a list or a table of such; empty for null.
  /// Only what is written without quotes can be a number or `true`.
  public Optional<Object> plain() {
    return switch (node) {
      case ScalarNode scalar when scalar.isPlain() -> bare(scalar.getValue());
      case ScalarNode scalar -> Optional.of(scalar.getValue());
      case SequenceNode _ ->
          Optional.of(list().stream().flatMap(one -> one.plain().stream()).toList());
      default -> {
        var all = new LinkedHashMap<String, Object>();
        entries().forEach((key, value) -> value.plain().ifPresent(it -> all.put(key.text(), it)));
        yield Optional.of(all);
      }
    };
  }

  private static Optional<Object> bare(String word) {
    return switch (word) {
      case "", "~", "null" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default ->
          NUMBER.matcher(word).matches()
              ? Optional.of(Double.parseDouble(word))
              : Optional.of(word);
    };
  }

  public List<Value> list() {
    if (!(node instanceof SequenceNode sequence)) {
      fault("'" + name + "' must be a list", "Write [a, b] or one line per entry, each with '- '");
      return List.of();
    }
    return sequence.getValue().stream().map(n -> new Value(file, name, n, ledger)).toList();
  }

  /// A table with keys known beforehand.
  public Fields fields() {
    return new Fields(this, ledger, entries());
  }

  /// A table whose keys are themselves values, in the order of the file.
  public Map<Value, Value> entries() {
    var entries = new LinkedHashMap<Value, Value>();
    if (!(node instanceof MappingNode mapping)) {
      fault("'" + name + "' must be a table of keys", "Write 'key: value' lines below it");
      return entries;
    }
    var seen = new HashSet<String>();
    for (var tuple : mapping.getValue()) {
      var key = new Value(file, "key", tuple.getKeyNode(), ledger);
      var text = key.text();
      if (!text.isEmpty() && !seen.add(text)) {
        key.fault("the key '" + Words.shown(text) + "' is there twice", "Remove one of the two");
      } else if (!text.isEmpty()) {
        entries.put(key, new Value(file, Words.shown(text), tuple.getValueNode(), ledger));
      }
    }
    return entries;
  }
}
