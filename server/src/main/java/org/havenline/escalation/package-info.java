/// What is done, step by step, while nobody has taken a contact.
@NullMarked
package org.havenline.escalation;

import org.jspecify.annotations.NullMarked;
