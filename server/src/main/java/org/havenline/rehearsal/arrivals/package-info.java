/// Who comes when: recorded, or made up by chance.
@NullMarked
package org.havenline.rehearsal.arrivals;

import org.jspecify.annotations.NullMarked;
