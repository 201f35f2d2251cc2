/// The server beside a bare one that does the least any durable intake must do.
@NullMarked
package org.havenline.loadtests.benchmark;

import org.jspecify.annotations.NullMarked;
