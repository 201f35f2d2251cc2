/// Two owners of one person or conversation must never be: real nodes, really frozen.
@NullMarked
package org.havenline.loadtests.owner;

import org.jspecify.annotations.NullMarked;
