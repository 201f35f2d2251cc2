package org.havenline.channel.twilio.studio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.channel.twilio.RestFailure;
import org.havenline.channel.twilio.RestMedia;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.voice.prompt.Tapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recordings at Twilio: fetched once, then deleted there.
public final class TwilioTapes implements Tapes {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioTapes.class);
  private static final int NOT_FOUND = 20404;

  private final TwilioRestClient rest;
  private final Function<String, Optional<byte[]>> media;

  public TwilioTapes(TwilioAccount account) {
    this(account.rest(), new RestMedia(account)::recording);
  }

  /// @param media the file of a recording
  TwilioTapes(TwilioRestClient rest, Function<String, Optional<byte[]>> media) {
    this.rest = rest;
    this.media = media;
  }

  @Override
  public Optional<byte[]> fetch(String sid) {
    return media.apply(sid);
  }

  @Override
  public Optional<List<String>> of(String call) {
    try {
      var all = new ArrayList<String>();
      for (var one : Recording.reader().setCallSid(call).read(rest)) {
        if (one.getSource() == Recording.Source.RECORD_VERB && one.getSid() != null) {
          all.add(one.getSid());
        }
      }
      return Optional.of(List.copyOf(all));
    } catch (RuntimeException e) {
      LOG.info("recordings of a call could not be listed now");
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(String sid) {
    try {
      return Recording.deleter(sid).delete(rest);
    } catch (RestFailure.Answered e) {
      return e.code() == NOT_FOUND;
    } catch (RuntimeException e) {
      LOG.info("a recording could not be deleted now");
      return false;
    }
  }
}
