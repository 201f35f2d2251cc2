package org.havenline.risk;

import java.util.List;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.config.StandardQueryConfigHandler;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.havenline.risk.words.Words;

/// Turns a rule's text into the query that is stored: Lucene's standard syntax with its interval
/// functions (`fn:ordered`, `fn:maxgaps`, ...). The language is the field.
final class RuleParser {
  /// Lucene's reasons repeat the whole query.
  private static final int LONGEST_REASON = 150;

  private final String language;
  private final StandardQueryParser parser;

  RuleParser(String language, Words words) {
    this.language = language;
    this.parser = new StandardQueryParser(words);
    parser.setDefaultOperator(StandardQueryConfigHandler.Operator.AND);
  }

  /// Any of the texts is enough.
  Query anyOf(List<String> texts) throws Refused {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String text : texts) {
      Query query = parse(text);
      RefusedKinds.check(query, language);
      any.add(query, Occur.SHOULD);
    }
    return any.build();
  }

  /// The parser answers a bad text by more than its own exception (an unknown function, an empty
  /// phrase), and one bad rule must not stop the server.
  private Query parse(String text) throws Refused {
    try {
      return parser.parse(text, language);
    } catch (QueryNodeException | RuntimeException | StackOverflowError e) {
      throw new Refused("the query cannot be read: " + firstLine(e), "See README.md for the form");
    }
  }

  private static String firstLine(Throwable e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + " ..." : line;
  }

  /// A query that cannot be stored, with what its author should do. Carries no message text.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    Refused(String fault, String remedy) {
      super(fault);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }
}
