/// The rules of the house, kept by tests.
@NullMarked
package org.havenline.house;

import org.jspecify.annotations.NullMarked;
