package org.havenline.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.havenline.console.staff.Sessions.Session;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.ContactView.Sight;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.junit.jupiter.api.Test;

/// What one is shown may be shown to all with the same sight: the event socket counts on it.
class SightIT {
  @Test
  void allWhoHaveTheSameSightAreShownTheSame() {
    try (var rig = new DeskRig()) {
      var contacts = new ArrayList<Contact>();
      contacts.add(new Person(rig, "waits", "ar").writes("x").now());
      rig.presence.available(new ResponderId("nadia"));
      var asked = new Person(rig, "asked", "ar").writes("x");
      asked.isOfferedTo("nadia");
      contacts.add(asked.now());
      contacts.add(new Person(rig, "taken", "ar").writes("x").isTakenBy("lucia").now());
      var view = new ContactView(() -> rig.tables, _ -> "");
      int alike = 0;
      for (var contact : contacts) {
        Map<Sight, String> first = new EnumMap<>(Sight.class);
        for (var viewer : staff(rig)) {
          var sight = ContactView.sight(contact, viewer);
          var shown = view.of(contact, viewer).encode();
          if (sight != Sight.OWN && first.putIfAbsent(sight, shown) != null) {
            assertThat(shown).isEqualTo(first.get(sight));
            alike++;
          }
        }
      }
      assertThat(alike).isGreaterThan(contacts.size());
    }
  }

  @Test
  void whatIsHersNobodyElseSharesWithHer() {
    try (var rig = new DeskRig()) {
      rig.presence.available(new ResponderId("nadia"));
      rig.presence.available(new ResponderId("lucia"));
      var person = new Person(rig, "hers", "ar").writes("x");
      person.isOfferedTo("nadia", "lucia");
      var own =
          staff(rig).stream()
              .filter(viewer -> ContactView.sight(person.now(), viewer) == Sight.OWN)
              .map(viewer -> viewer.id().value());
      assertThat(own).containsExactlyInAnyOrder("nadia", "lucia");
    }
  }

  private static List<SignedIn> staff(DeskRig rig) {
    return rig.tables.responders().stream()
        .map(member ->
            new SignedIn(member, new Session("s-" + member.id(), new ResponderId(member.id()))))
        .toList();
  }
}
