/// Which language a person writes.
@NullMarked
package org.havenline.language;

import org.jspecify.annotations.NullMarked;
