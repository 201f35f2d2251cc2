/// What was promised, compared with what the server holds.
@NullMarked
package org.havenline.loadtests.truth;

import org.jspecify.annotations.NullMarked;
