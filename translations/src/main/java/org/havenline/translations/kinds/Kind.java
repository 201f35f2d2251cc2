package org.havenline.translations.kinds;

import java.util.List;

/// A kind of service of the taxonomy (A/HRC/41/46, paragraphs 37 to 59, names what survivors need).
///
/// @param code short and lasting, such as `residence-permit`
/// @param means for translators and directory editors, in English
/// @param openEligibility codes of Open Eligibility (2014, numbered as in Ohana) that mean this
///   kind, with all codes below them that no other kind names
/// @param signs codes of the signs of danger for which it is suggested, such as `medical`
public record Kind(String code, String means, List<String> openEligibility, List<String> signs) {
  public Kind {
    openEligibility = List.copyOf(openEligibility);
    signs = List.copyOf(signs);
  }
}
