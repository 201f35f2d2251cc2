/// Load, benchmarks and faults, from outside: knows only the server's addresses.
@NullMarked
package org.havenline.loadtests;

import org.jspecify.annotations.NullMarked;
