/** What AWS's own data says of a policy: actions, resources and condition keys that do nothing. */
@NullMarked
package awsleuth.iam.check;

import org.jspecify.annotations.NullMarked;
