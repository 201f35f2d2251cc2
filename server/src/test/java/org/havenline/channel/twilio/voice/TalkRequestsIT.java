package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.simulator.voice.Description;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.rest.Exchange;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;
import org.junit.jupiter.api.Test;

/// What we ask of Twilio while people talk, held against Twilio's own description.
class TalkRequestsIT extends TalkTest {

  @Test
  void eachRequestOfATalkIsAsTwilioDescribesIt() throws IOException {
    var description = Description.find();
    assumeTrue(description.isPresent(), "no ../shared/data beside the project: not validated");
    var call = talking(240);
    phones.put(TalkTables.INTERPRETER, takes());
    phones.put(TalkTables.DISPATCH, Script.picksUp(java.time.Duration.ofSeconds(3)));
    phones.put(world.phone("miriam"), takes());
    deeds().hold(OKSANA, id(call), true);
    pass(8);
    deeds().hold(OKSANA, id(call), false);
    deeds().mute(OKSANA, id(call), true);
    pass(8);
    deeds().mute(OKSANA, id(call), false);
    deeds().interpreter(OKSANA, id(call));
    deeds().emergency(OKSANA, id(call));
    deeds().supervise(MIRIAM, id(call), Way.LISTEN);
    pass(35);
    deeds().supervise(MIRIAM, id(call), Way.WHISPER);
    pass(8);
    deeds().supervise(MIRIAM, id(call), Way.JOIN);
    pass(8);
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.WARM);
    pass(25);
    deeds().complete(OKSANA, id(call));
    pass(15);

    var exchanges = world.twilio.rest().exchanges();
    assertThat(fields(exchanges, "/Participants/"))
        .contains("Muted", "Hold", "HoldUrl", "Coaching", "CallSidToCoach");
    assertThat(fields(exchanges, "/Conferences/CF")).contains("AnnounceUrl");
    assertThat(values(exchanges, "Hold")).contains("true", "false");
    assertThat(description.get().faults(exchanges)).isEmpty();
  }

  /// None of ours asks for it, but a check that takes everything would be none.
  @Test
  void whatTwilioDoesNotDescribeIsFound() throws IOException {
    var description = Description.find();
    assumeTrue(description.isPresent(), "no ../shared/data beside the project: not validated");
    var room = "/2010-04-01/Accounts/AC1/Conferences/CF1";
    var one = room + "/Participants/CA1.json";
    var faults =
        description
            .get()
            .faults(
                List.of(
                    posted(one, Form.EMPTY.and("Muted", "perhaps")),
                    posted(one, Form.EMPTY.and("HoldUrl", "no address")),
                    posted(one, Form.EMPTY.and("Coached", "CA2")),
                    posted(room + ".json", Form.EMPTY.and("Status", "over")),
                    posted(room + ".json", Form.EMPTY.and("AnnounceUrl", "no address"))));
    assertThat(faults).hasSize(5);
  }

  private static Exchange posted(String path, Form form) {
    return new Exchange(
        new Asked("POST", path, Map.of(), Form.EMPTY, Optional.empty(), form.encoded()),
        new Reply.HangUp());
  }

  private static Set<String> fields(List<Exchange> exchanges, String path) {
    return exchanges.stream()
        .map(Exchange::asked)
        .filter(asked -> asked.method().equals("POST") && asked.path().contains(path))
        .flatMap(asked -> asked.form().fields().stream())
        .map(Form.Field::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> values(List<Exchange> exchanges, String field) {
    return exchanges.stream()
        .flatMap(one -> one.asked().form().all(field).stream())
        .collect(Collectors.toSet());
  }
}
