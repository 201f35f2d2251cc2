package org.havenline.referral.search.index;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Fit;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.text.Fields;

/// Whom a service refuses, as words of the index.
///
/// Nothing of [Fit] is written down again: each [Trait] is put to it, one person with nothing but
/// that trait to a service that says nothing but to that question, and what is refused becomes a
/// term. A person is refused by the terms of her traits.
public final class Refusals {
  private static final List<Trait> TRAITS = Trait.all();

  private static final int REMEMBERED = 5_000;

  private final LoadingCache<Question, Set<String>> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build(Refusals::ask);
  private final Predicate<Requirement> asked;

  private Refusals(Predicate<Requirement> asked) {
    this.asked = asked;
  }

  public static Refusals asFitDecides() {
    return new Refusals(requirement -> true);
  }

  /// A filter with a hole, for tests that show that holes are seen.
  static Refusals blindTo(Requirement hole) {
    return new Refusals(requirement -> requirement != hole);
  }

  Set<String> of(Eligibility service) {
    return Stream.of(Requirement.values())
        .filter(asked)
        .flatMap(one -> known.get(new Question(one, only(one, service))).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What a service says to one question. A directory says few different things to each.
  private record Question(Requirement on, Eligibility says) {}

  private static Set<String> ask(Question question) {
    return TRAITS.stream()
        .filter(trait -> trait.on() == question.on())
        .filter(trait ->
            trait.persons().stream().noneMatch(one -> Fit.of(question.says(), one).eligible()))
        .map(Trait::term)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Eligibility only(Requirement on, Eligibility all) {
    Eligibility none = Eligibility.NOT_SAID;
    boolean age = on == Requirement.AGE;
    return new Eligibility(
        on == Requirement.GENDER ? all.genders() : none.genders(),
        on == Requirement.TRANS ? all.trans() : none.trans(),
        age ? all.youngest() : none.youngest(),
        age ? all.oldest() : none.oldest(),
        on == Requirement.CHILDREN ? all.children() : none.children(),
        on == Requirement.NEED ? all.needs() : none.needs(),
        on == Requirement.EXPLOITATION ? all.exploitation() : none.exploitation(),
        on == Requirement.CONDITION ? all.conditions() : none.conditions());
  }

  /// On which anything at all may refuse her.
  public static Set<Requirement> questions(Person person) {
    return Stream.concat(Trait.of(person).stream(), Trait.exploitation(person).stream())
        .map(Trait::on)
        .collect(Collectors.toSet());
  }

  /// Adds to a query that nothing is found which refuses her.
  ///
  /// @param forgiven questions that are not asked, only to learn which of them left nothing
  public static void exclude(BooleanQuery.Builder query, Person person, Set<Requirement> forgiven) {
    for (Trait trait : Trait.of(person)) {
      if (!forgiven.contains(trait.on())) {
        query.add(refuses(trait), Occur.MUST_NOT);
      }
    }
    List<Trait> exploitation = Trait.exploitation(person);
    if (!exploitation.isEmpty() && !forgiven.contains(Requirement.EXPLOITATION)) {
      BooleanQuery.Builder each = new BooleanQuery.Builder();
      exploitation.forEach(trait -> each.add(refuses(trait), Occur.FILTER));
      query.add(each.build(), Occur.MUST_NOT);
    }
  }

  private static Query refuses(Trait trait) {
    return new TermQuery(new Term(Fields.REFUSES, trait.term()));
  }
}
