/// Help from outside the staff: interpreters and partner lines.
@NullMarked
package org.havenline.routingconfig.outside;

import org.jspecify.annotations.NullMarked;
