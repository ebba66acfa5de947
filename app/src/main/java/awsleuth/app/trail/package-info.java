/** {@code awsleuth trail}: questions to archives of CloudTrail events and logs. */
@NullMarked
package awsleuth.app.trail;

import org.jspecify.annotations.NullMarked;
