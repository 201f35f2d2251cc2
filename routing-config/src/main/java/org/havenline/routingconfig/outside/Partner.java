package org.havenline.routingconfig.outside;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Languages;
import org.havenline.routingconfig.yaml.Value;

/// Another organisation's line to which people are handed over.
///
/// @param name for staff; never sent to a person
/// @param languages spoken there
/// @param channels whose contacts may be handed over: from a chat a number may be of no use
/// @param phone E.164; what a person is told, if the step tells her
/// @param url for staff alone: a link on a phone says what this is about
public record Partner(
    String id,
    String name,
    List<String> languages,
    Set<Channel> channels,
    String phone,
    Optional<URI> url,
    Hours hours) {

  public Partner {
    languages = List.copyOf(languages);
    channels = Set.copyOf(channels);
  }

  /// Whether somebody there can be reached now by a person of this channel and language.
  public boolean takes(Channel channel, String language, Instant now) {
    return channels.contains(channel)
        && hours.contain(now)
        && languages.stream().anyMatch(spoken -> LanguageGraph.same(spoken, language));
  }

  public static Partner read(Fields fields) {
    var partner =
        new Partner(
            fields.required("id").map(v -> v.declares("partner")).orElse(""),
            fields.text("name"),
            fields.required("languages").map(Value::list).orElse(List.of()).stream()
                .map(Languages::read)
                .toList(),
            fields.required("channels").map(v -> v.words(Channel.class)).orElse(Set.of()),
            fields.required("phone").map(Numbers::read).orElse(""),
            fields.optional("url").flatMap(Partner::url),
            Hours.of(fields));
    if (partner.languages().isEmpty() || partner.channels().isEmpty()) {
      fields
          .at()
          .fault(
              "partner '" + partner.id() + "' takes nobody over",
              "List at least one language and one channel");
    }
    return partner;
  }

  private static Optional<URI> url(Value value) {
    try {
      var url = URI.create(value.text());
      if ("https".equals(url.getScheme()) && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException _) {
      // falls to the finding
    }
    value.fault("this is not an address of the web", "Write it with https:// in front");
    return Optional.empty();
  }
}
