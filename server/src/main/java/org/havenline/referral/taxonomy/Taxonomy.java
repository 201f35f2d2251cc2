package org.havenline.referral.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.hsds.reading.Kinds;
import org.havenline.referral.search.text.Concepts;
import org.havenline.translations.kinds.Kind;
import org.havenline.translations.kinds.KindWords;
import org.havenline.translations.kinds.ServiceKinds;
import org.havenline.translations.locale.Fallback;

/// Our taxonomy, as a directory that is read and as a search asks it. Of a directory's own terms
/// only a whole one counts: a service of the category "Housing law" is no housing.
public final class Taxonomy implements Kinds, Concepts {
  /// Open Eligibility, as Ohana numbers it.
  private static final Pattern CODE = Pattern.compile("\\d{3}(-\\d{2})*");

  private final ServiceKinds kinds;
  private final Lexicon lexicon;

  public Taxonomy(ServiceKinds kinds) {
    this.kinds = kinds;
    this.lexicon = new Lexicon(kinds.byLanguage().values());
  }

  /// Reads a file for each language; one is enough for a server.
  public static Taxonomy shipped() {
    return new Taxonomy(ServiceKinds.shipped());
  }

  @Override
  public Set<ServiceKind> of(Set<String> terms) {
    return terms.stream()
        .flatMap(term -> Stream.concat(coded(term).stream(), lexicon.whole(term).stream()))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<ServiceKind> in(String text) {
    return lexicon.within(text);
  }

  @Override
  public List<Label> labels(String language) {
    Optional<KindWords> words =
        Fallback.of(language).stream()
            .flatMap(one -> Optional.ofNullable(kinds.byLanguage().get(one)).stream())
            .findFirst();
    return codes()
        .map(code -> new Label(new ServiceKind(code), words.map(w -> w.label(code)).orElse(code)))
        .toList();
  }

  /// Each with its label, and the signs of danger for which it is suggested.
  public record Choice(ServiceKind kind, String label, List<String> signs) {}

  /// What a responder may look for, in her language.
  public List<Choice> choices(String language) {
    var labels = labels(language);
    return IntStream.range(0, labels.size())
        .mapToObj(i ->
            new Choice(labels.get(i).kind(), labels.get(i).text(), kinds.kinds().get(i).signs()))
        .toList();
  }

  /// The label of a kind's code in a language; the code itself where there is none.
  public UnaryOperator<String> labelled(String language) {
    var labels =
        labels(language).stream()
            .collect(Collectors.toMap(label -> label.kind().code(), Label::text));
    return code -> labels.getOrDefault(code, code);
  }

  /// Of all kinds, in the order in which people are shown them.
  public Stream<String> codes() {
    return kinds.kinds().stream().map(Kind::code);
  }

  private Optional<ServiceKind> coded(String term) {
    return CODE.matcher(term).matches()
        ? kinds.ofOpenEligibility(term).map(kind -> new ServiceKind(kind.code()))
        : Optional.empty();
  }
}
