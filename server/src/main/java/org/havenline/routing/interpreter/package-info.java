/// Asking a responder together with somebody who interprets for her.
@NullMarked
package org.havenline.routing.interpreter;

import org.jspecify.annotations.NullMarked;
