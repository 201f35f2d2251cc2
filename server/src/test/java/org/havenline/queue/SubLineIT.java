package org.havenline.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.intake.MadeUp;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.InForce;
import org.havenline.tables.Switches;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever happens to a contact, it keeps what the number stood for that she reached first.
class SubLineIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final String GENERAL = "+15005550006";
  private static final String CHILDREN = "+15005550007";
  private static final ResponderId RUTH = new ResponderId("ruth");

  @SuppressWarnings("NullAway.Init") // before each test
  private MadeUp messages;

  @BeforeEach
  void aNumberForChildren() {
    line.tables = Tables.of(tables(text -> text), "demo");
    messages = new MadeUp(line);
  }

  /// The second number of the shipped line is the children's.
  private static RoutingTables tables(UnaryOperator<String> change) {
    var all = new TreeMap<String, byte[]>();
    TableFiles.shipped()
        .files()
        .forEach((name, bytes) -> {
          var text =
              new String(bytes, UTF_8)
                  .replace("channels: [sms]\n", "channels: [sms]\n        sub-line: children\n")
                  .replace("when: minor\n", "when: subline == \"children\"\n");
          all.put(name, change.apply(text).getBytes(UTF_8));
        });
    return ((Reading.Sound) RoutingTables.read(new TableFiles(all), Set.of("waiting", "page")))
        .tables();
  }

  private ContactId text(String from, String to) {
    return messages.message(Channel.SMS, from, to, "en", RiskLevel.STANDARD);
  }

  private Contact stored(ContactId id) {
    return new Contacts(line.redis, Line.KEYS).find(id).orElseThrow();
  }

  private void isAChilds(ContactId id, String rule) {
    assertThat(stored(id).subLine()).isEqualTo("children");
    assertThat(stored(id).place().rule()).isEqualTo(rule);
    assertThat(Tables.triage(stored(id)).subLine()).isEqualTo("children");
  }

  @Test
  void numberSheReachedDecidesWhoAnswers() {
    var child = text(HER, CHILDREN);
    var other = text("+12025550102", GENERAL);

    isAChilds(child, "minor");
    assertThat(stored(other).subLine()).isEmpty();
    assertThat(stored(other).place().rule()).isEqualTo("everyone");
    assertThat(new Board(line.redis, Line.KEYS).waiting(Map.of(Channel.SMS, 0), 10).waiting())
        .extracting(one -> one.id().value() + " " + one.triage().subLine())
        .containsExactlyInAnyOrder(child.value() + " children", other.value() + " ");
  }

  @Test
  void neitherAnotherNumberNorAWishNorAPublishedVersionTakesItAway() {
    var child = text(HER, CHILDREN);

    assertThat(text(HER, GENERAL)).isEqualTo(child);
    isAChilds(child, "minor");

    line.wishes.note(
        child,
        Optional.empty(),
        new Contact.Wishes(Set.of(Gender.WOMAN), false, Contact.Avoided.NOBODY));
    isAChilds(child, "minor");

    publish(1, tables(text -> text.replace("- id: minor\n", "- id: young\n")));
    isAChilds(child, "young");

    // the number means nothing any more; she came by it when it did
    publish(2, tables(text -> text.replace("        sub-line: children\n", "")));
    isAChilds(child, "minor");
  }

  @Test
  void whoeverAnswersItIsStillAChilds() {
    var child = text(HER, CHILDREN);
    var offer = offerTo(RUTH, child);
    isAChilds(child, "minor");

    assertThat(line.offers.accept(offer, RUTH)).isTrue();
    isAChilds(child, "minor");

    assertThat(line.offers.giveBack(child, stored(child).epoch(), RUTH)).isTrue();
    isAChilds(child, "minor");
  }

  private void publish(long stamp, RoutingTables tables) {
    var usual = new Switches(Mode.NORMAL, Map.of());
    line.tables = Tables.of(new InForce(new Ruling(stamp, stamp), tables, usual), Line.KEYS.line());
    line.turnover.rule(line.tables, Mode.NORMAL, false);
    line.contacts.open().forEach(one -> line.turnover.turn(one.id(), line.tables));
  }
}
