/// The door of texts and calls: what Twilio signed, our numbers there, and its REST API.
@NullMarked
package org.havenline.channel.twilio;

import org.jspecify.annotations.NullMarked;
