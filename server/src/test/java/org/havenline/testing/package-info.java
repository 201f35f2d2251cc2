/// What tests stand on: real stores, a clock that is moved by hand, the whole server.
@NullMarked
package org.havenline.testing;

import org.jspecify.annotations.NullMarked;
