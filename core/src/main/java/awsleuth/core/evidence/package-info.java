/** What was seen, and where; nothing here interprets. */
@NullMarked
package awsleuth.core.evidence;

import org.jspecify.annotations.NullMarked;
