/// Who is on duty, and whether they are still there.
@NullMarked
package org.havenline.responder;

import org.jspecify.annotations.NullMarked;
