/// Opening hours and holidays of a line.
@NullMarked
package org.havenline.routingconfig.hours;

import org.jspecify.annotations.NullMarked;
