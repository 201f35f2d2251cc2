/// What the server needs from outside.
@NullMarked
package org.havenline.config;

import org.jspecify.annotations.NullMarked;
