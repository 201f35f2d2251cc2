/// A member of staff as a program: signs in, goes on duty, takes contacts, writes.
@NullMarked
package org.havenline.loadtests.desk;

import org.jspecify.annotations.NullMarked;
