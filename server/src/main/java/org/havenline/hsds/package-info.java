/// The public part of the directory over HTTP, as HSDS's API describes it.
@NullMarked
package org.havenline.hsds;

import org.jspecify.annotations.NullMarked;
