/// Versions of the routing tables and the risk rules: kept, checked, put in force on every node,
/// taken back.
@NullMarked
package org.havenline.tables;

import org.jspecify.annotations.NullMarked;
