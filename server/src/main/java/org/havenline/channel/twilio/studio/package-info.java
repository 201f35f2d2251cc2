/// Recording by telephone what callers hear: the one door behind which a document records, and only
/// an administrator with a code is ever behind it.
@NullMarked
package org.havenline.channel.twilio.studio;

import org.jspecify.annotations.NullMarked;
