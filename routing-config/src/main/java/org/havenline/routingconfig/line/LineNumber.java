package org.havenline.routingconfig.line;

import java.util.Locale;
import java.util.Set;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// A telephone number of a line (E.164) and the channels it serves.
///
/// @param subLine which part of the line it is known as, such as the children's number; empty when
///   none. Several numbers may share one
public record LineNumber(String number, Set<Channel> channels, String subLine) {

  public boolean on(Channel channel) {
    return channels.contains(channel);
  }

  static LineNumber read(Fields fields) {
    var value = fields.required("number");
    var number = value.map(Numbers::read).orElse("");
    var channels = fields.required("channels").map(v -> v.words(Channel.class)).orElse(Set.of());
    if (channels.contains(Channel.WEBCHAT)) {
      fields.at().fault("web chat has no number", "Remove webchat from the channels of the number");
    }
    channels.stream()
        .sorted()
        .forEach(channel ->
            value.ifPresent(
                v -> v.once("number on " + channel.name().toLowerCase(Locale.ROOT), number)));
    return new LineNumber(number, channels, fields.optional("sub-line").map(Value::id).orElse(""));
  }
}
