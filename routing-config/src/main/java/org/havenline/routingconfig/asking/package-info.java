/// Whom to ask first, whom never, and whom to spare.
@NullMarked
package org.havenline.routingconfig.asking;

import org.jspecify.annotations.NullMarked;
