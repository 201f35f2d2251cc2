/// Two people talking: messages in order, answers, the end.
@NullMarked
package org.havenline.conversation;

import org.jspecify.annotations.NullMarked;
