/// Conditions of rules: CEL over a few typed attributes of a contact.
@NullMarked
package org.havenline.routingconfig.condition;

import org.jspecify.annotations.NullMarked;
