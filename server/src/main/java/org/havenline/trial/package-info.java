/// Reads past messages again by changed risk rules: what would have been decided otherwise.
@NullMarked
package org.havenline.trial;

import org.jspecify.annotations.NullMarked;
