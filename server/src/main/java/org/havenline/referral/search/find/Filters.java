package org.havenline.referral.search.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.index.Refusals;
import org.havenline.referral.search.index.Snapshot;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Tokens;
import org.havenline.referral.search.text.Tongues;
import org.havenline.words.AnyScript;

/// All that a service must be, and must not be.
public final class Filters {
  private static final AnyScript WORDS = AnyScript.words();

  /// What is left out of the filters only to learn what left nothing; never to show results.
  public record Leniency(Set<Requirement> forgiven, boolean avoided, boolean notOffered) {
    public static final Leniency NONE = new Leniency(Set.of(), false, false);

    public static Leniency on(Requirement requirement) {
      return new Leniency(EnumSet.of(requirement), false, false);
    }
  }

  private final Snapshot snapshot;
  private final BooleanQuery.Builder query = new BooleanQuery.Builder();

  private Filters(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// Adds the filters of a search to what its words find.
  static Query around(
      Query words, Search search, Leniency leniency, Snapshot snapshot, Doors doors) {
    Filters filters = new Filters(snapshot);
    filters.query.add(words, Occur.MUST);
    if (!leniency.notOffered()) {
      filters.offered(search.viewer());
    }
    Refusals.taking(search.person(), leniency.forgiven()).ifPresent(filters::must);
    if (!leniency.avoided()) {
      filters.avoid(search.where().avoid());
    }
    filters.near(search.where());
    filters.speech(search.speech());
    filters.kind(search);
    search
        .when()
        .openWithin()
        .ifPresent(wait -> filters.must(new OpenQuery(doors, search.when().moment(), wait)));
    return filters.query.build();
  }

  private void offered(Viewer viewer) {
    switch (viewer) {
      case PERSON -> {
        must(term(Fields.STATUS, Status.ACTIVE.name()));
        must(term(Fields.VETTING, Vetting.VETTED.name()));
      }
      case RESPONDER -> {
        must(term(Fields.STATUS, Status.ACTIVE.name()));
        mustNot(term(Fields.VETTING, Vetting.BARRED.name()));
      }
      case KEEPER -> {}
    }
  }

  private void avoid(List<Circle> circles) {
    for (Circle circle : circles) {
      mustNot(within(circle));
    }
    if (!circles.isEmpty()) {
      mustNot(term(Fields.PLACE, "not said"));
    }
  }

  private void near(Where where) {
    where
        .near()
        .ifPresent(circle -> {
          List<Query> any = new ArrayList<>(List.of(within(circle)));
          if (where.remoteToo()) {
            any.add(term(Fields.PLACE, "remote"));
          }
          must(anyOf(any));
        });
    if (!where.remoteToo()) {
      mustNot(term(Fields.PLACE, "remote"));
    }
  }

  private Query within(Circle circle) {
    return WithinQuery.of(circle, snapshot.widestKm());
  }

  private void speech(Speech speech) {
    if (speech.languages().isEmpty()) {
      return;
    }
    List<Query> any = new ArrayList<>();
    any.add(term(Fields.SPOKEN, Tongues.NOT_SAID));
    if (speech.byInterpreter()) {
      any.add(term(Fields.SPOKEN, Tongues.ANY_BY_INTERPRETER));
    }
    for (String language : speech.languages()) {
      any.add(term(Fields.SPOKEN, Tongues.there(language)));
      if (speech.byInterpreter()) {
        any.add(term(Fields.SPOKEN, Tongues.byInterpreter(language)));
      }
    }
    must(anyOf(any));
  }

  private void kind(Search search) {
    if (!search.what().kinds().isEmpty()) {
      must(
          anyOf(
              search.what().kinds().stream().map(kind -> term(Fields.KIND, kind.code())).toList()));
    }
    Tokens.of(WORDS, Fields.ORGANIZATION, search.what().organization())
        .forEach(word -> must(term(Fields.ORGANIZATION, word)));
  }

  private static Query anyOf(Collection<Query> any) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    any.forEach(one -> query.add(one, Occur.SHOULD));
    return query.build();
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private void must(Query filter) {
    query.add(filter, Occur.FILTER);
  }

  private void mustNot(Query filter) {
    query.add(filter, Occur.MUST_NOT);
  }
}
