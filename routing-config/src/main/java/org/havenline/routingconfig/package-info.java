/// The tables an administrator tunes, read from YAML into immutable records and checked whole.
@NullMarked
package org.havenline.routingconfig;

import org.jspecify.annotations.NullMarked;
