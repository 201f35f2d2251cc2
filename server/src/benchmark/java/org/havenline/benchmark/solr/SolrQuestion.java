package org.havenline.benchmark.solr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.When;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.index.SolrEntry;
import org.havenline.referral.search.text.Tongues;

/// A search as one who knows Solr would ask it. What is asked often is a filter of its own and
/// remembered by Solr; circles, which nobody else draws, are not.
final class SolrQuestion {
  private final Map<String, String> asked = new HashMap<>();
  private final List<String> filters = new ArrayList<>(List.of("status:ACTIVE", "vetting:VETTED"));
  private final int widestKm;

  private SolrQuestion(int widestKm) {
    this.widestKm = widestKm;
  }

  /// @param search for a person's eyes
  /// @param widestKm the largest radius of a confidential area that there is
  /// @param telling the words of a text that are asked for
  static Map<String, String[]> of(Search search, int widestKm, UnaryOperator<String> telling) {
    SolrQuestion question = new SolrQuestion(widestKm);
    question.words(telling.apply(search.what().text()));
    question.person(search.person());
    question.where(search.where());
    question.speech(search.speech());
    question.when(search.when());
    if (!search.what().kinds().isEmpty()) {
      question.filters.add(
          "kind:" + anyOf(search.what().kinds().stream().map(kind -> kind.code())));
    }
    question.asked.put("rows", String.valueOf(search.limit()));
    question.asked.put("fl", "*");
    return question.parameters();
  }

  private Map<String, String[]> parameters() {
    Map<String, String[]> all = new HashMap<>();
    asked.forEach((name, value) -> all.put(name, new String[] {value}));
    all.put("fq", filters.toArray(String[]::new));
    return all;
  }

  /// As [org.havenline.referral.search.find] does before it looks at the best more closely: of
  /// three words or more two have to be there, the best field counts, and a name is better.
  private void words(String text) {
    Set<String> distinct = new LinkedHashSet<>(List.of(text.split(" ")));
    String words = String.join(" ", distinct);
    asked.put("q", words);
    asked.put("q.alt", "*:*");
    asked.put("defType", "edismax");
    asked.put("qf", "text_en text_any^0.5");
    asked.put("tie", "0.1");
    asked.put("mm", "1<1 2<2");
    if (!text.isEmpty()) {
      asked.put("bq", "name_en:(" + words + ")^0.4");
    }
  }

  private void person(Person person) {
    SolrEntry.refusing(person).forEach(refusal -> filters.add("-" + refusal));
  }

  private void where(Where where) {
    where
        .near()
        .ifPresent(circle -> {
          within("near", circle);
          filters.add("{!bool should=$near should=place:remote cache=false}");
          asked.put("sfield", "point");
          asked.put("pt", SolrEntry.written(circle.centre()));
          asked.put("bf", "product(2,recip(geodist(),1,10,10))");
        });
    for (Circle circle : where.avoid()) {
      String name = "avoid" + filters.size();
      within(name, circle);
      filters.add("{!bool must=*:* must_not=$" + name + " cache=false}");
    }
    if (!where.avoid().isEmpty()) {
      filters.add("-place:\"not said\"");
    }
  }

  /// A confidential area counts as a whole, so a box is asked for, and then the distance of what is
  /// in it, as ours does.
  private void within(String name, Circle circle) {
    String point = SolrEntry.written(circle.centre());
    asked.put(name, "{!bool filter=$%1$s.box filter=$%1$s.circle}".formatted(name));
    asked.put(
        name + ".box", "{!bbox sfield=point pt=%s d=%s}".formatted(point, circle.km() + widestKm));
    asked.put(
        name + ".circle",
        "{!frange u=%s}sub(geodist(point,%s),radius)".formatted(circle.km(), point));
  }

  private void speech(Speech speech) {
    if (!speech.languages().isEmpty()) {
      Stream<String> any = Stream.of(Tongues.NOT_SAID, Tongues.ANY_BY_INTERPRETER);
      Stream<String> each =
          speech.languages().stream()
              .sorted()
              .flatMap(one -> Stream.of(Tongues.there(one), Tongues.byInterpreter(one)));
      filters.add("spoken:" + anyOf(Stream.concat(any, each)));
    }
  }

  private static String anyOf(Stream<String> terms) {
    return terms.map(term -> "\"" + term + "\"").collect(Collectors.joining(" ", "(", ")"));
  }

  private void when(When when) {
    when.openWithin()
        .ifPresent(wait -> {
          Instant until = when.moment().plus(wait);
          filters.add("open:[" + when.moment() + " TO " + until + "] hours:\"not said\"");
        });
  }
}
