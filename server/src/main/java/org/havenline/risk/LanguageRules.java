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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

/// The rules of one language in Lucene's monitor.
final class LanguageRules implements AutoCloseable {
  private final String language;
  private final Map<String, RiskRule> rules = new HashMap<>();
  private final Map<String, Finding> broken = new ConcurrentHashMap<>();
  private final Monitor monitor;

  LanguageRules(String language, List<RiskRule> rules) {
    this.language = language;
    try {
      monitor =
          new Monitor(
              new Words(language, Side.MESSAGE),
              new TermFilteredPresearcher(),
              new MonitorConfiguration());
      store(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Collection<Finding> broken() {
    return broken.values();
  }

  Stream<Signal> find(String text) {
    Document message = new Document();
    message.add(new TextField(language, text, Field.Store.NO));
    try {
      MatchingQueries<HighlightsMatch> found = monitor.match(message, HighlightsMatch.MATCHER);
      found.getErrors().forEach(this::fails);
      return found.getMatches().stream()
          .filter(match -> rules.containsKey(match.getQueryId()))
          .flatMap(match -> signal(match, found).stream());
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
    var parser = new RuleParser(language, new Words(language, Side.RULE));
    var exact = new RuleParser(language, new Words(language, Side.EXACT));
    for (RiskRule rule : all) {
      try {
        for (String text : context(rule)) {
          String id = contextId(text);
          if (!queries.containsKey(id)) {
            queries.put(id, new MonitorQuery(id, exact.anyOf(List.of(text))));
          }
        }
        queries.put(rule.id(), new MonitorQuery(rule.id(), parser.anyOf(rule.query())));
        rules.put(rule.id(), rule);
      } catch (RuleParser.Refused e) {
        breaks(rule, String.valueOf(e.getMessage()), e.remedy());
      }
    }
    monitor.register(queries.values());
  }

  /// What takes a signal back is stored once for all rules that name it, not inside each of them.
  private static String contextId(String text) {
    return "context " + text;
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

  private Optional<Signal> signal(HighlightsMatch match, MatchingQueries<HighlightsMatch> found) {
    RiskRule rule = Objects.requireNonNull(rules.get(match.getQueryId()));
    if (!hits(rule.unless(), found).isEmpty()) {
      return Optional.empty();
    }
    List<Hit> words = Negation.standing(match.getHits(language), hits(rule.unlessAfter(), found));
    List<Span> spans =
        words.stream().map(hit -> new Span(hit.startOffset(), hit.endOffset())).distinct().toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signal(rule.id(), rule.code(), rule.level(), spans));
  }

  private List<Hit> hits(List<String> context, MatchingQueries<HighlightsMatch> found) {
    return context.stream()
        .flatMap(text -> Stream.ofNullable(found.matches(contextId(text))))
        .flatMap(match -> match.getHits(language).stream())
        .toList();
  }
}
