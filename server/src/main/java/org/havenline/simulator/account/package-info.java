/// What Twilio keeps: the message list, who opted out, and all that happened, numbered.
@NullMarked
package org.havenline.simulator.account;

import org.jspecify.annotations.NullMarked;
