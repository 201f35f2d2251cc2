/// A Redis of one's own in the data directory, so that one command runs everything.
@NullMarked
package org.havenline.redis.embedded;

import org.jspecify.annotations.NullMarked;
