/// The event socket of the console: see `docs/protocol.md`.
@NullMarked
package org.havenline.console.events;

import org.jspecify.annotations.NullMarked;
