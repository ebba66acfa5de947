/** {@code awsleuth [diagnose]}: the main job and its views. */
@NullMarked
package awsleuth.app.diagnose;

import org.jspecify.annotations.NullMarked;
