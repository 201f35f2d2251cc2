/// Messages on their way out: each sent at most once, in order, and never too late.
@NullMarked
package org.havenline.channel.outbox;

import org.jspecify.annotations.NullMarked;
