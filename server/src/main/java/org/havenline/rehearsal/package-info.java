/// What tables would do before they are in force: the real decision on a virtual clock.
@NullMarked
package org.havenline.rehearsal;

import org.jspecify.annotations.NullMarked;
