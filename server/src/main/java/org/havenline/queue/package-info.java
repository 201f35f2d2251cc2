/// Waiting: the order of the queue, who is asked next, and what happens when nobody comes.
@NullMarked
package org.havenline.queue;

import org.jspecify.annotations.NullMarked;
