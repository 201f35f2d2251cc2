/// Which languages are understood by speakers of another.
@NullMarked
package org.havenline.routingconfig.language;

import org.jspecify.annotations.NullMarked;
