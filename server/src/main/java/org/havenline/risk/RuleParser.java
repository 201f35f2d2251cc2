package org.havenline.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.config.StandardQueryConfigHandler;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.havenline.risk.words.Words;
import org.havenline.routingconfig.risk.RiskRule;

/// Turns a rule's text into the query that is stored: Lucene's standard syntax with its interval
/// functions (`fn:ordered`, `fn:maxgaps`, ...). The language is the field.
final class RuleParser {
  private final String language;
  private final StandardQueryParser parser;

  RuleParser(String language, Words words) {
    this.language = language;
    this.parser = new StandardQueryParser(words);
    parser.setDefaultOperator(StandardQueryConfigHandler.Operator.AND);
  }

  Query parse(RiskRule rule) throws RefusedRule {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    add(all, rule.query(), Occur.SHOULD);
    add(all, rule.unless(), Occur.MUST_NOT);
    Query query = all.build();
    try {
      // more than 1,024 words would fail at the message, silently
      new IndexSearcher(new MemoryIndex().createSearcher().getIndexReader()).rewrite(query);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new RefusedRule("the query has too many words", "Cut it into several rules");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return query;
  }

  private void add(BooleanQuery.Builder all, List<String> texts, Occur occur) throws RefusedRule {
    for (String text : texts) {
      Query query = parse(text);
      RefusedKinds.check(query, language);
      all.add(query, occur);
    }
  }

  /// The parser answers a bad text by more than its own exception (an unknown function, an empty
  /// phrase), and one bad rule must not stop the server.
  private Query parse(String text) throws RefusedRule {
    try {
      return parser.parse(text, language);
    } catch (QueryNodeException | RuntimeException e) {
      throw new RefusedRule(
          "the query cannot be read: " + firstLine(e), "See README.md for the form");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
