package awsleuth.trail.ask;

import java.io.Serializable;

/** Whose calls of what are counted together; what is brought together is empty. */
record CallKey(String source, String name, String principal) implements Serializable {}
