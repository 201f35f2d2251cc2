/// What passes the doors, whatever the door: messages in, messages out, and the outbox between.
@NullMarked
package org.havenline.channel;

import org.jspecify.annotations.NullMarked;
