package org.havenline.channel.twilio;

import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.util.Optional;

/// An account at Twilio or at a provider that speaks Twilio's API.
///
/// @param apiUrl another place than Twilio for its REST API: a stub, or such a provider
public record TwilioAccount(String sid, String authToken, Optional<URI> apiUrl) {

  /// A client that tries once and says what became of it by a [RestFailure].
  public TwilioRestClient rest() {
    return new TwilioRestClient.Builder(sid, authToken).httpClient(new RestHttp(apiUrl)).build();
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + sid + "]";
  }
}
