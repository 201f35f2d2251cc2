package org.havenline.referral.search.index;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Fit;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.text.Fields;

/// Whom a service refuses, as a column of the index: one bit for each trait.
///
/// Nothing of [Fit] is written down again: each [Trait] is put to it, one person with nothing but
/// that trait to a service that says nothing but to that question, and what is refused becomes a
/// bit. A person is refused by the bits of her traits. As terms of the index the same took half of
/// the time of a search: much is refused by many.
public final class Refusals {
  private static final List<Trait> TRAITS = Trait.all();

  /// The place of each trait's bit.
  private static final Map<String, Integer> BITS =
      IntStream.range(0, TRAITS.size())
          .boxed()
          .collect(Collectors.toUnmodifiableMap(at -> TRAITS.get(at).term(), at -> at));

  /// So many columns of 64 bits.
  static final int COLUMNS = (TRAITS.size() + Long.SIZE - 1) / Long.SIZE;

  private static final int REMEMBERED = 5_000;

  private final LoadingCache<Question, BitSet> known =
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

  /// As the columns have it.
  long[] of(Eligibility service) {
    BitSet refused = new BitSet();
    for (Requirement one : Requirement.values()) {
      if (asked.test(one)) {
        refused.or(known.get(new Question(one, only(one, service))));
      }
    }
    return inColumns(refused);
  }

  private static long[] inColumns(BitSet bits) {
    return Arrays.copyOf(bits.toLongArray(), COLUMNS);
  }

  static String column(int at) {
    return Fields.REFUSES + at;
  }

  /// What a service says to one question. A directory says few different things to each.
  private record Question(Requirement on, Eligibility says) {}

  private static BitSet ask(Question question) {
    BitSet refused = new BitSet();
    TRAITS.stream()
        .filter(trait -> trait.on() == question.on())
        .filter(trait ->
            trait.persons().stream().noneMatch(one -> Fit.of(question.says(), one).eligible()))
        .forEach(trait -> refused.set(bit(trait)));
    return refused;
  }

  private static int bit(Trait trait) {
    return Objects.requireNonNull(BITS.get(trait.term()), trait.term());
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

  /// What does not refuse her; empty when nothing is known on which it might.
  ///
  /// @param forgiven questions that are not asked, only to learn which of them left nothing
  public static Optional<Query> taking(Person person, Set<Requirement> forgiven) {
    BitSet any = bits(Trait.of(person), forgiven);
    BitSet all = bits(Trait.exploitation(person), forgiven);
    return any.isEmpty() && all.isEmpty()
        ? Optional.empty()
        : Optional.of(new TakingQuery(inColumns(any), inColumns(all)));
  }

  private static BitSet bits(List<Trait> traits, Set<Requirement> forgiven) {
    BitSet bits = new BitSet();
    traits.stream()
        .filter(trait -> !forgiven.contains(trait.on()))
        .forEach(trait -> bits.set(bit(trait)));
    return bits;
  }
}
