package awsleuth.boto.endpoint;

import java.util.List;

/** What is wrong with a Region or a setting, or worth knowing of it, where botocore is silent. */
public sealed interface Advice {

  /** Whether it is why a call would fail. */
  default boolean isFault() {
    return true;
  }

  /** For people; without a final period. */
  String words();

  /** There is no such Region. */
  record UnknownRegion(String region, List<String> nearest) implements Advice {
    @Override
    public String words() {
      return "`"
          + region
          + "` "
          + (region.isEmpty() ? "(the empty text) " : "")
          + "is no Region that botocore knows"
          + (region.equals("None") ? ": it is what str(None) gives" : "")
          + (nearest.isEmpty() ? "" : "; the nearest: " + String.join(", ", nearest));
    }
  }

  /**
   * A zone was given for a Region.
   *
   * @param kind what sort of zone, such as {@code an Availability Zone}
   */
  record ZoneForRegion(String zone, String kind, String region) implements Advice {
    @Override
    public String words() {
      return "`" + zone + "` is " + kind + "; the Region is " + region;
    }
  }

  /** The service has no endpoint there. */
  record NotInRegion(String service, String region, List<String> regions) implements Advice {
    @Override
    public String words() {
      return "botocore lists no endpoint of "
          + service
          + " in "
          + region
          + (regions.isEmpty() ? "" : "; it lists " + String.join(", ", regions));
    }
  }

  /**
   * There is no FIPS endpoint where FIPS is wanted.
   *
   * @param regions those of the partition where botocore lists one; where there are none, what it
   *     lists may be incomplete
   */
  record NoFips(String service, String region, List<String> regions) implements Advice {
    @Override
    public boolean isFault() {
      return !regions.isEmpty();
    }

    @Override
    public String words() {
      return "botocore lists no FIPS endpoint of "
          + service
          + (regions.isEmpty()
              ? "; whether " + region + " has one it does not tell"
              : " in " + region + "; it lists " + String.join(", ", regions));
    }
  }

  /**
   * The service has no endpoint that is the same for all: another call tells it.
   *
   * @param source the call, such as {@code describe_domains of cloudsearch}
   */
  record NeedsUrl(String service, String source) implements Advice {
    @Override
    public String words() {
      return service + " wants endpoint_url: the URL that " + source + " gives";
    }
  }

  /** The host is of another Region than the one that the request is signed for. */
  record OtherHost(String host, String of, String region) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return "the host " + host + " is of " + of + ", the request is signed for " + region;
    }
  }

  /**
   * The bucket stands in the host of {@code endpoint_url}, and botocore adds it to the URL again.
   */
  record BucketInHost(String bucket, String host) implements Advice {
    @Override
    public String words() {
      return "the bucket "
          + bucket
          + " is in the host "
          + host
          + " already, and botocore adds it again: endpoint_url is without it";
    }
  }

  /**
   * A setting is there and botocore does not go by it.
   *
   * @param name as it was set, such as {@code AWS_REGION}
   * @param why what it does instead
   */
  record NotRead(String name, String why) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return name + " does not count: " + why;
    }
  }

  /** What a request would be where the package {@code awscrt} is installed. */
  record WithCrt(String url, Signing signing) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return "with awscrt installed (pip install \"boto3[crt]\"): "
          + url
          + ", signed AWS4-ECDSA-P256-SHA256 ("
          + signing.version()
          + ") for "
          + signing.name()
          + " in "
          + ("*".equals(signing.region()) ? "all Regions (*)" : signing.region());
    }
  }

  /** The service has one endpoint for a whole partition. */
  record OneEndpoint(String service, String partition, String region) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return service
          + " has one endpoint for the partition "
          + partition
          + "; requests are signed for "
          + region;
    }
  }

  /** An ARN is of another partition than the Region. */
  record OtherPartition(String arn, String partition, String region, String ofRegion)
      implements Advice {
    @Override
    public String words() {
      return "`"
          + arn
          + "` is of the partition "
          + partition
          + ", the Region "
          + region
          + " of "
          + ofRegion;
    }
  }

  /** An ARN is of another Region than the one that the request is sent to. */
  record OtherRegion(String arn, String of, String region) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return "`" + arn + "` is in " + of + ", the request goes to " + region;
    }
  }

  /**
   * No Region is set.
   *
   * @param unread the value of {@code AWS_REGION}, which boto3 does not read; empty if it has none
   */
  record NoRegion(List<String> regions, String unread) implements Advice {

    private static final int FEW = 6;

    @Override
    public String words() {
      return "no Region is set: not as region_name, in Config, in AWS_DEFAULT_REGION or in the"
          + " profile ("
          + (unread.isEmpty()
              ? "boto3 does not read AWS_REGION"
              : "AWS_REGION is `"
                  + unread
                  + "`, but boto3 does not read it: AWS_DEFAULT_REGION="
                  + unread
                  + " is meant")
          + ")"
          + there();
    }

    private String there() {
      return regions.isEmpty()
          ? ""
          : regions.size() > FEW
              ? "; the service is in " + regions.size() + " Regions"
              : "; the service is in " + String.join(", ", regions);
    }
  }

  /** {@code endpoint_url} has no scheme. */
  record WithoutScheme(String url) implements Advice {
    @Override
    public String words() {
      return "`" + url + "` has no scheme; with one: http://" + url + " or https://" + url;
    }
  }

  /** The host of {@code endpoint_url} is none that botocore takes. */
  record NoHostName(String host) implements Advice {
    @Override
    public String words() {
      return "`"
          + host
          + "` is no name of a host for botocore: labels of letters, digits and hyphens inside,"
          + " with points between them"
          + (host.indexOf('_') >= 0 ? "; `_` is none of these" : "");
    }
  }

  /** The profile is in no file. */
  record OtherProfiles(List<String> profiles) implements Advice {
    @Override
    public String words() {
      return "the files have the profiles " + String.join(", ", profiles);
    }
  }

  /**
   * A directory bucket is in a zone of another Region than the one that the request is sent to.
   *
   * @param zone its ID, such as {@code usw2-az1}
   */
  record OtherZone(String bucket, String zone, String of, String region) implements Advice {
    @Override
    public String words() {
      return "`" + bucket + "` is in the zone " + zone + " of " + of + ", the Region is " + region;
    }
  }

  /** The URL that the client tells is another than that of its requests. */
  record OtherUrl(String url) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return "client.meta.endpoint_url is " + url + ", which requests do not go to";
    }
  }

  /**
   * The botocore whose data are used is older than a change of its code.
   *
   * @param since the version that changed it
   * @param before what the older one does
   */
  record OlderCode(String version, String since, String before) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return "botocore " + version + " is older than " + since + ", before which " + before;
    }
  }

  /** One change with which there is an endpoint. */
  record Change(String change, String url) implements Advice {
    @Override
    public boolean isFault() {
      return false;
    }

    @Override
    public String words() {
      return change + ": " + url;
    }
  }
}
