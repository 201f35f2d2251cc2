/// The door of calls: what Twilio asks, and documents (TwiML) in answer; telephones rung by its
/// REST API.
@NullMarked
package org.havenline.channel.twilio.voice;

import org.jspecify.annotations.NullMarked;
