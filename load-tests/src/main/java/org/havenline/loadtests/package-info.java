/// Proofs that the server keeps its promises, made from outside: it is a process that is killed,
/// frozen, cut from power and loaded.
@NullMarked
package org.havenline.loadtests;

import org.jspecify.annotations.NullMarked;
