/// Calling a person back from the desk.
@NullMarked
package org.havenline.console.back;

import org.jspecify.annotations.NullMarked;
