package org.havenline.referral.search.ask;

import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.referral.directory.ServiceKind;

/// What is looked for.
///
/// @param text the responder's words, in any language; empty for none
/// @param kinds any of these, or of the kinds below them; empty for all
/// @param organization words that all stand in the organisation's name; empty for any
public record What(String text, Set<ServiceKind> kinds, String organization) {
  public static final What ANYTHING = new What("", Set.of(), "");

  public What {
    text = text.strip();
    kinds = Set.copyOf(kinds);
    organization = organization.strip();
  }

  public static What words(String text) {
    return new What(text, Set.of(), "");
  }

  public static What kind(String... codes) {
    return new What(
        "", Set.of(codes).stream().map(ServiceKind::new).collect(Collectors.toSet()), "");
  }

  /// `shelter` for `shelter.emergency`, anything for `shelter`.
  What wider() {
    boolean atTheTop = kinds.stream().anyMatch(kind -> kind.code().indexOf('.') < 0);
    return new What(
        text,
        atTheTop
            ? Set.of()
            : kinds.stream()
                .map(kind -> kind.code().substring(0, kind.code().lastIndexOf('.')))
                .map(ServiceKind::new)
                .collect(Collectors.toSet()),
        organization);
  }
}
