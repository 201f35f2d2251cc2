/// Thousands of open chats at once, and what each of them costs.
@NullMarked
package org.havenline.loadtests.chats;

import org.jspecify.annotations.NullMarked;
