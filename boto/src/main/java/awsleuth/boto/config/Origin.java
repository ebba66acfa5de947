package awsleuth.boto.config;

/** Where the value of a setting came from. */
public sealed interface Origin {

  /** For people, such as {@code AWS_DEFAULT_REGION}. */
  String words();

  /** The variable's name, or that of the profile's setting; empty where it is neither. */
  default String key() {
    return switch (this) {
      case Variable(String name) -> name;
      case Profile p -> p.name();
      case Argument _, ClientConfig _, Services _, PseudoRegion _, Mode _, Default _, File _ -> "";
    };
  }

  /** An argument of {@code Session.client}. */
  record Argument(String name) implements Origin {
    @Override
    public String words() {
      return "argument " + name;
    }
  }

  /** An option of the {@code Config} object given to {@code Session.client}. */
  record ClientConfig(String name) implements Origin {
    @Override
    public String words() {
      return "Config(" + name + ")";
    }
  }

  /** An environment variable. */
  record Variable(String name) implements Origin {
    @Override
    public String words() {
      return name;
    }
  }

  /** A setting of a profile. */
  record Profile(String profile, String name, Place place) implements Origin {
    @Override
    public String words() {
      return name + " of profile " + profile + " (" + place + ")";
    }
  }

  /** A setting of a {@code [services NAME]} section. */
  record Services(String section, String service, Place place) implements Origin {
    @Override
    public String words() {
      return "endpoint_url of " + service + " in [services " + section + "] (" + place + ")";
    }
  }

  /** The name of the Region itself, as of {@code fips-us-east-1}. */
  record PseudoRegion(String region) implements Origin {
    @Override
    public String words() {
      return "the name of the Region " + region;
    }
  }

  /** The defaults mode. */
  record Mode(String mode) implements Origin {
    @Override
    public String words() {
      return "defaults mode " + mode;
    }
  }

  /** Nothing set it. */
  record Default() implements Origin {
    @Override
    public String words() {
      return "default";
    }
  }

  /** A place in a file. */
  record File(Place place) implements Origin {
    @Override
    public String words() {
      return place.toString();
    }
  }
}
