/// Work that waits in order by person or conversation: one worker at a time per lane, fenced by an
/// epoch.
@NullMarked
package org.havenline.lane;

import org.jspecify.annotations.NullMarked;
