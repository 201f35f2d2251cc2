/// Makes whole services of rows of tables, of documents of any shape, and of foreign forms.
@NullMarked
package org.havenline.referral.imports.tables;

import org.jspecify.annotations.NullMarked;
