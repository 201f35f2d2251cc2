/// Recurring shifts, who works them, and who comes instead.
@NullMarked
package org.havenline.routingconfig.shift;

import org.jspecify.annotations.NullMarked;
