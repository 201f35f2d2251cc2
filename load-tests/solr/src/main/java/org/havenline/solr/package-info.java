/// Solr as another would embed it, behind types of the JDK: its Lucene must not meet ours.
@NullMarked
package org.havenline.solr;

import org.jspecify.annotations.NullMarked;
