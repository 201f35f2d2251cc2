/// Narrowing whom a contact is offered to by what the table says of each responder.
@NullMarked
package org.havenline.routing.choice;

import org.jspecify.annotations.NullMarked;
