/// What administrators do: versions of the tables, switches, the audit log. Never content.
@NullMarked
package org.havenline.console.administrator;

import org.jspecify.annotations.NullMarked;
