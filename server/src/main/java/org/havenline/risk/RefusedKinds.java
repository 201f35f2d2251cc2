package org.havenline.risk;

import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/// Looks into a query for what would be run on every message, or on none.
final class RefusedKinds extends QueryVisitor {
  private final String field;
  private int words;
  private @Nullable String otherField;
  private @Nullable String kind;

  private RefusedKinds(String field) {
    this.field = field;
  }

  static void check(Query query, String field) throws RuleParser.Refused {
    RefusedKinds found = new RefusedKinds(field);
    query.visit(found);
    if (found.kind != null) {
      throw new RuleParser.Refused(
          found.kind + " would cost 80 µs on every message",
          "Write the words out; one wrong letter in words of six letters or more is forgiven");
    }
    if (found.otherField != null) {
      throw new RuleParser.Refused(
          found.otherField + ": is not a field",
          "Put a backslash before the colon, or leave it out");
    }
    if (found.words > IndexSearcher.getMaxClauseCount()) {
      // would fail at each message instead, and be seen by nobody
      throw new RuleParser.Refused(
          "the query has too many words", "Cut it into several, or take phrases out of its groups");
    }
    if (found.words == 0) {
      throw new RuleParser.Refused(
          "the query asks for no word", "Name at least one word that must stand");
    }
  }

  @Override
  public boolean acceptField(String name) {
    if (!name.equals(field)) {
      otherField = name;
    }
    return true;
  }

  @Override
  public void consumeTerms(Query query, Term... terms) {
    words += terms.length;
  }

  /// Fuzzy, prefix, wildcard, regular expression and term range come this way.
  @Override
  public void consumeTermsMatching(Query query, String name, Supplier<ByteRunAutomaton> automaton) {
    kind = query.getClass().getSimpleName();
  }

  @Override
  public void visitLeaf(Query query) {
    kind = query.getClass().getSimpleName();
  }

  /// What must not stand is no word to look for, yet may not be of a refused kind either.
  @Override
  public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
    if (occur != BooleanClause.Occur.MUST_NOT) {
      return this;
    }
    return new QueryVisitor() {
      @Override
      public void consumeTermsMatching(
          Query query, String name, Supplier<ByteRunAutomaton> automaton) {
        RefusedKinds.this.consumeTermsMatching(query, name, automaton);
      }
    };
  }
}
