package awsleuth.app;

import awsleuth.core.Artifact;

/** A file that the user named, and what the user says it is. */
record Named(String path, Artifact.Kind kind) {}
