package org.havenline.referral.search.text;

import java.util.List;
import java.util.Set;
import org.havenline.referral.directory.ServiceKind;

/// The kinds of service that words stand for, in every supported language: what lets "lawyer" in
/// one language find legal services described in any other.
public interface Concepts {
  /// No words known.
  Concepts NONE =
      new Concepts() {
        @Override
        public Set<ServiceKind> in(String text) {
          return Set.of();
        }

        @Override
        public List<Label> labels(String language) {
          return List.of();
        }
      };

  /// A kind as people of one language call it.
  record Label(ServiceKind kind, String text) {}

  /// The kinds that a text names; empty if none.
  Set<ServiceKind> in(String text);

  /// All kinds, in this language or else in English.
  List<Label> labels(String language);
}
