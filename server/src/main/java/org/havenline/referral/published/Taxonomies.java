package org.havenline.referral.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.havenline.referral.hsds.Fields;

/// The taxonomies that published terms belong to.
final class Taxonomies {
  private Taxonomies() {}

  /// As the term tells it; a name alone is enough.
  static Optional<ObjectNode> taxonomy(ObjectNode term) {
    if (term.get("taxonomy_detail") instanceof ObjectNode detail && detail.hasNonNull("name")) {
      return Optional.of(detail);
    }
    var id = Fields.text(term, "taxonomy_id");
    var name = Fields.text(term, "taxonomy").or(() -> id);
    return name.map(one -> {
      var made = term.objectNode();
      made.put("id", Ids.of(id.orElse(one)));
      made.put("name", one);
      made.put("description", one);
      return made;
    });
  }
}
