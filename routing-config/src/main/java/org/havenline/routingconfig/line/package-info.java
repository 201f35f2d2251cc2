/// Hotlines and their numbers.
@NullMarked
package org.havenline.routingconfig.line;

import org.jspecify.annotations.NullMarked;
