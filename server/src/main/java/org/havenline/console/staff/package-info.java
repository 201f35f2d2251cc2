/// Who works here: accounts, passwords, sessions, and what each role may do.
@NullMarked
package org.havenline.console.staff;

import org.jspecify.annotations.NullMarked;
