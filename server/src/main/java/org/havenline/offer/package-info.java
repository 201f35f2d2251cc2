/// Asking one responder or several: offer, accept, decline, expire, withdraw.
@NullMarked
package org.havenline.offer;

import org.jspecify.annotations.NullMarked;
