package org.havenline.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.HighlightsMatch.Hit;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.havenline.risk.words.Words;
import org.havenline.risk.words.Words.Side;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;

/// One set of rules in Lucene's monitor. A language is a field, and only the fields of the
/// languages asked for are filled, so no other language's rule can match.
final class StoredRules implements AutoCloseable {
  /// Characters of a message that are read, four times what any door takes at once (WhatsApp's
  /// 4,096): a text of 50 KB then costs a third, and nobody types more in one breath.
  private static final int READ = 16_384;

  private final Map<String, RiskRule> rules = new HashMap<>();
  private final Map<String, Words> words = new HashMap<>();
  private final Map<String, Finding> broken = new ConcurrentHashMap<>();
  private final Monitor monitor;

  StoredRules(RiskRules all) {
    try {
      monitor = new Monitor(byField(), new TermFilteredPresearcher(), new MonitorConfiguration());
      store(all.rules());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Collection<Finding> broken() {
    return broken.values();
  }

  /// Whether a language has rules of its own, or those of the same one without its region.
  boolean covers(String language) {
    String tag = language;
    while (!words.containsKey(tag)) {
      int last = tag.lastIndexOf('-');
      boolean region = last > 0 && tag.length() - last <= 4;
      if (!region) {
        return false;
      }
      tag = tag.substring(0, last);
    }
    return !tag.equals(RiskRule.NEUTRAL);
  }

  List<Signal> find(String text, Set<String> languages) {
    Document message = new Document();
    for (String language : fields(languages)) {
      message.add(
          new TextField(
              language, text.substring(0, Math.min(READ, text.length())), Field.Store.NO));
    }
    try {
      MatchingQueries<HighlightsMatch> found = monitor.match(message, HighlightsMatch.MATCHER);
      found.getErrors().forEach(this::fails);
      return found.getMatches().stream()
          .filter(match -> rules.containsKey(match.getQueryId()))
          .flatMap(match -> signal(match, found).stream())
          .sorted(StoredRules::byUrgency)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A signal as the rule of its id would raise it now; empty when there is none.
  Optional<Signal> renamed(Signal signal) {
    return Optional.ofNullable(rules.get(signal.ruleId()))
        .map(rule -> new Signal(rule.id(), rule.code(), rule.level(), signal.words()));
  }

  @Override
  public void close() {
    try {
      // also ends the monitor's own thread, which would keep the process alive
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void store(List<RiskRule> all) throws IOException {
    Map<String, MonitorQuery> queries = new LinkedHashMap<>();
    Map<String, RuleParser> parsers = new HashMap<>();
    Map<String, RuleParser> exact = new HashMap<>();
    for (RiskRule rule : all) {
      words.computeIfAbsent(rule.language(), language -> new Words(language, Side.MESSAGE));
      RuleParser parser = parser(parsers, rule.language(), Side.RULE);
      RuleParser context = parser(exact, rule.language(), Side.EXACT);
      try {
        for (String text : context(rule)) {
          String id = contextId(rule, text);
          if (!queries.containsKey(id)) {
            queries.put(id, new MonitorQuery(id, context.anyOf(List.of(text))));
          }
        }
        queries.put(rule.id(), new MonitorQuery(rule.id(), parser.anyOf(rule.query())));
        rules.put(rule.id(), rule);
      } catch (RefusedRule e) {
        breaks(rule, String.valueOf(e.getMessage()), e.remedy());
      }
    }
    monitor.register(queries.values());
  }

  private static RuleParser parser(Map<String, RuleParser> known, String language, Side side) {
    return known.computeIfAbsent(language, tag -> new RuleParser(tag, new Words(tag, side)));
  }

  /// What takes a signal back is stored once for all rules that name it, not inside each of them.
  private static String contextId(RiskRule rule, String text) {
    return "context " + rule.language() + " " + text;
  }

  private static List<String> context(RiskRule rule) {
    return Stream.concat(rule.unless().stream(), rule.unlessAfter().stream()).toList();
  }

  private void fails(String id, Exception error) {
    RiskRule rule = rules.get(id);
    if (rule != null) {
      breaks(rule, "cannot be run: " + error.getClass().getSimpleName(), "Make it simpler");
    }
  }

  private void breaks(RiskRule rule, String fault, String remedy) {
    broken.put(rule.id(), new Finding(rule.file(), rule.line(), rule.id() + ": " + fault, remedy));
  }

  /// The fields of a message: `es-MX` falls back to `es` (RFC 4647 lookup).
  private Set<String> fields(Set<String> languages) {
    Set<String> fields = new TreeSet<>();
    fields.add(RiskRule.NEUTRAL);
    for (String language : languages) {
      String tag = language;
      while (!words.containsKey(tag) && tag.contains("-")) {
        tag = tag.substring(0, tag.lastIndexOf('-'));
      }
      fields.add(tag);
    }
    fields.retainAll(words.keySet());
    return fields;
  }

  private Optional<Signal> signal(HighlightsMatch match, MatchingQueries<HighlightsMatch> found) {
    RiskRule rule = rule(match.getQueryId());
    if (!hits(rule, rule.unless(), found).isEmpty()) {
      return Optional.empty();
    }
    List<Hit> words =
        Negation.standing(match.getHits(rule.language()), hits(rule, rule.unlessAfter(), found));
    List<Span> spans =
        words.stream().map(hit -> new Span(hit.startOffset(), hit.endOffset())).distinct().toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signal(rule.id(), rule.code(), rule.level(), spans));
  }

  private static List<Hit> hits(
      RiskRule rule, List<String> context, MatchingQueries<HighlightsMatch> found) {
    return context.stream()
        .flatMap(text -> Stream.ofNullable(found.matches(contextId(rule, text))))
        .flatMap(match -> match.getHits(rule.language()).stream())
        .toList();
  }

  private RiskRule rule(String id) {
    return Objects.requireNonNull(rules.get(id));
  }

  private static int byUrgency(Signal one, Signal other) {
    int urgency = one.level().compareTo(other.level());
    return urgency != 0 ? urgency : one.ruleId().compareTo(other.ruleId());
  }

  private Analyzer byField() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      private final Words plain = new Words(RiskRule.NEUTRAL, Side.MESSAGE);

      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return words.getOrDefault(field, plain);
      }
    };
  }
}
