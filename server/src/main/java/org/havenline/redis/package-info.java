/// The one store: connection, scripts, lanes of work. The only room that knows Jedis.
@NullMarked
package org.havenline.redis;

import org.jspecify.annotations.NullMarked;
