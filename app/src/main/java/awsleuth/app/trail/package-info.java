/**
 * {@code awsleuth trail}: questions to archives of CloudTrail events and logs. What reads them is
 * an {@code Engine}: this machine, or {@code trail-spark}.
 */
@NullMarked
package awsleuth.app.trail;

import org.jspecify.annotations.NullMarked;
