/// The door behind which a caller's message is recorded, where her line allows it: the one document
/// for callers that records.
@NullMarked
package org.havenline.channel.twilio.mailbox;

import org.jspecify.annotations.NullMarked;
