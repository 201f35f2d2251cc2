/// Texts and WhatsApp messages by Twilio: in by webhook and by sweep, out by REST, and the reports
/// on their delivery.
@NullMarked
package org.havenline.channel.twilio.message;

import org.jspecify.annotations.NullMarked;
