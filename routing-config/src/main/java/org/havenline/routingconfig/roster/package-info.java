/// Who is on shift and on call at any moment, from all shifts and on-call entries together.
@NullMarked
package org.havenline.routingconfig.roster;

import org.jspecify.annotations.NullMarked;
