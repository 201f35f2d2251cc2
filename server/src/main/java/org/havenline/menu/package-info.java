/// Asks a person by a short menu which language she writes, and reads her answer.
@NullMarked
package org.havenline.menu;

import org.jspecify.annotations.NullMarked;
