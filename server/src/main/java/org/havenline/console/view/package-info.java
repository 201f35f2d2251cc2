/// What staff see of contacts, messages and colleagues, each by role, as JSON of the contract.
@NullMarked
package org.havenline.console.view;

import org.jspecify.annotations.NullMarked;
