package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.havenline.routingconfig.line.Voicemail;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What the log knows of a message that a caller left.
class QuietMailboxIT extends SpokenMessages {
  private static final String CANARY = "wm7k3q9x2canary";

  @Test
  void theLogKnowsTheIdsAndNothingOfWhatWasSaidOrByWhom() {
    allows(Voicemail.ALWAYS);
    world.messages.by(tapes -> new Giving(tapes, CANARY.getBytes(ISO_8859_1)));
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try {
      var call = world.calls(HERS, leaves(10, 100));
      world.time.pass(MINUTE.multipliedBy(2));
      var written =
          log.list.stream()
              .map(
                  e -> e.getFormattedMessage() + ThrowableProxyUtil.asString(e.getThrowableProxy()))
              .collect(Collectors.joining("\n"));
      assertThat(written).contains("cannot be read", call.sid());
      assertThat(written).doesNotContain(CANARY, HERS.substring(1), "I am here");
    } finally {
      root.detachAppender(log);
    }
  }
}
