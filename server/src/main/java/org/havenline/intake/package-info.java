/// START READING HERE: accept, understand, route.
@NullMarked
package org.havenline.intake;

import org.jspecify.annotations.NullMarked;
