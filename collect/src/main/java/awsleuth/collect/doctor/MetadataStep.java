package awsleuth.collect.doctor;

import awsleuth.boto.config.Proxies;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.collect.probe.MetadataProbe;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.BareUrl;
import awsleuth.collect.wire.Deadline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The metadata service of an instance: what it answers, and whether that matters here.
 *
 * @param question what is examined
 * @param asked what boto3 asks of it for credentials; empty where it does not come to that
 * @param base its root, without a user and with the slash at the end
 * @param v2Only whether botocore is told to ask for nothing without a token
 */
record MetadataStep(Question question, Optional<Ask.Http> asked, String base, boolean v2Only) {

  private static final String USUAL = "http://169.254.169.254/";
  private static final String LATEST = "latest/";
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_PATIENCE = 60;

  static MetadataStep of(Question question, Local local) {
    Optional<Ask.Http> asked =
        local.asked().filter(a -> a.sent().service().isEmpty() && a.url().contains("/" + LATEST));
    String base =
        asked
            .map(a -> a.url().substring(0, a.url().indexOf(LATEST)))
            .or(() ->
                local
                    .session()
                    .either("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint")
                    .map(f -> f.value().endsWith("/") ? f.value() : f.value() + "/"))
            .orElse(USUAL);
    boolean v2Only =
        local
            .session()
            .either("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled")
            .filter(f -> f.value().strip().equalsIgnoreCase("true"))
            .isPresent();
    return new MetadataStep(question, asked, BareUrl.of(base), v2Only);
  }

  /** Whether botocore is told not to ask it. */
  boolean isOff() {
    return "true"
        .equalsIgnoreCase(question.environment().getOrDefault("AWS_EC2_METADATA_DISABLED", ""));
  }

  /** Asks. */
  Result result(Deadline deadline) {
    if (!isAddress()) {
      return new Result.Unknown(base + " is no address");
    }
    MetadataProbe probe =
        MetadataProbe.of(base, v2Only, new Proxies(question.environment()), patience(), deadline);
    if (probe.state() == MetadataProbe.State.GIVES) {
      return new Result.Ok(probe.words(), probe.facts());
    }
    return isMeant(probe)
        ? new Result.Finding(probe.words(), probe.facts(), "")
        : new Result.Ok(
            probe.words() + (asked.isPresent() ? "; this is no EC2 instance" : "; not needed"),
            probe.facts());
  }

  private boolean isAddress() {
    try {
      return URI.create(base).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Duration patience() {
    return asked
        .map(a ->
            Duration.ofMillis((long) (Math.clamp(a.sent().timeout(), 0, MOST_PATIENCE) * 1000)))
        .filter(d -> d.compareTo(PATIENCE) > 0)
        .orElse(PATIENCE);
  }

  /** Whether its credentials are what boto3 is left with, and it should have them. */
  private boolean isMeant(MetadataProbe probe) {
    boolean absent =
        probe.state() == MetadataProbe.State.ABSENT || probe.state() == MetadataProbe.State.OFF;
    return asked.isPresent() && (!absent || isInstance() || !base.equals(USUAL));
  }

  /** Whether the machine says of itself that it is an EC2 instance. */
  private boolean isInstance() {
    return question.files().file("/sys/devices/virtual/dmi/id/sys_vendor")
            instanceof Content.Bytes(byte[] bytes)
        && new String(bytes, StandardCharsets.UTF_8).startsWith("Amazon EC2");
  }
}
