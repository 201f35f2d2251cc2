/// What administrators do and look after: versions of the tables, switches, the audit log, how
/// texts stand. Never content.
@NullMarked
package org.havenline.console.administrator;

import org.jspecify.annotations.NullMarked;
