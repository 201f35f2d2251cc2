/// What those who run the server look at: health, metrics, an event loop that is held up.
@NullMarked
package org.havenline.http.watch;

import org.jspecify.annotations.NullMarked;
