package awsleuth.app.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the faults of a cause are tested.
 *
 * @param wanted the behaviour by kind, the best kind first; empty where no test of a call
 *     reproduces the fault
 */
record Treatment(List<Way> wanted) {

  /** A kind and what it asserts. */
  record Way(TestKind kind, Wanted wanted) {}

  private static final Map<String, Treatment> BY_CAUSE = table();

  /** That of a cause; no kinds for one that is not known. */
  static Treatment of(String cause) {
    return BY_CAUSE.getOrDefault(cause, new Treatment(List.of()));
  }

  /** The causes that the table answers for. */
  static Set<String> causes() {
    return BY_CAUSE.keySet();
  }

  /** What a kind asserts; empty where the kind does not reproduce the fault. */
  Optional<Wanted> by(TestKind kind) {
    return wanted.stream().filter(w -> w.kind() == kind).map(Way::wanted).findFirst();
  }

  /** The kinds, the best first. */
  List<TestKind> kinds() {
    return wanted.stream().map(Way::kind).toList();
  }

  private static Map<String, Treatment> table() {
    Map<String, Treatment> all = new TreeMap<>();
    stub(
        all,
        Wanted.TOLD,
        "credentials/none-found credentials/partial credentials/profile-not-found"
            + " credentials/shadowed credentials/expired-token credentials/static-temporary"
            + " credentials/missing-session-token credentials/invalid-access-key"
            + " credentials/region-not-enabled credentials/malformed-key"
            + " credentials/invalid-session-token credentials/signature-mismatch"
            + " credentials/signature-version credentials/clock-skew credentials/sso-login-expired"
            + " credentials/sso-misconfigured credentials/process-failed"
            + " credentials/imds-unreachable credentials/metadata-bad-answer"
            + " credentials/concurrent-resolution credentials/mfa-rejected"
            + " credentials/container-endpoint-failed credentials/web-identity-failed"
            + " credentials/assume-role-config credentials/config-malformed"
            + " credentials/refresh-failed permissions/encoded-message permissions/wrong-identity"
            + " permissions/service-not-enabled permissions/model-access"
            + " permissions/account-blocked permissions/ses-identity-unverified"
            + " permissions/s3-public-access-blocked permissions/s3-acl-disabled"
            + " permissions/not-aws-permissions throttling/service-quota network/dns"
            + " network/no-such-endpoint network/wrong-endpoint-url network/local-endpoint-down"
            + " network/no-route network/proxy network/tls-untrusted network/tls-hostname"
            + " network/tls-protocol network/client-certificate network/no-region"
            + " network/bucket-in-other-region"
            + " network/too-many-open-files parameters/rejected-by-service"
            + " parameters/malformed-policy parameters/waiter-failed"
            + " parameters/checksum-unsupported resource/bucket-disabled"
            + " service/response-unreadable service/emulator-limits client/data-missing");
    stub(all, Wanted.AGAIN, "throttling/resource-busy permissions/propagation-delay");
    stub(
        all,
        Wanted.ACCEPTED,
        "parameters/missing parameters/unknown parameters/wrong-type parameters/out-of-range"
            + " parameters/invalid-name parameters/serialization");
    two(
        all,
        TestKind.POLICY,
        Wanted.ALLOWED,
        Wanted.TOLD,
        "permissions/no-identity-allow permissions/condition-not-met"
            + " permissions/resource-not-covered permissions/wrong-action"
            + " permissions/explicit-deny-identity permissions/explicit-deny-resource"
            + " permissions/no-resource-allow permissions/scp permissions/rcp permissions/boundary"
            + " permissions/session-policy permissions/vpc-endpoint-policy permissions/trust-policy"
            + " permissions/pass-role permissions/kms-key permissions/s3-head-forbidden"
            + " permissions/mfa-required");
    two(
        all,
        TestKind.SERVER,
        Wanted.OUTLASTED,
        Wanted.TOLD,
        "throttling/api-rate throttling/retries-exhausted throttling/provisioned-capacity"
            + " throttling/s3-slow-down throttling/concurrency service/internal-error"
            + " service/unavailable");
    two(
        all,
        TestKind.SERVER,
        Wanted.RECONNECTED,
        Wanted.TOLD,
        "network/connection-closed network/idle-connection-dropped");
    two(all, TestKind.SERVER, Wanted.AWAITED, Wanted.TOLD, "network/read-timeout");
    two(all, TestKind.SERVER, Wanted.WHOLE, Wanted.TOLD, "network/incomplete-read");
    two(all, TestKind.SERVER, Wanted.ONCE, Wanted.TOLD, "throttling/stacked-retries");
    same(all, Wanted.ABSENT, "resource/not-found resource/key-not-found");
    same(all, Wanted.TOLD, "resource/bucket-not-found resource/wrong-state");
    same(all, Wanted.PRESENT, "resource/already-exists");
    same(all, Wanted.UNMET, "resource/condition-failed");
    // Of the installation, the program or its threads: the call itself is not at fault.
    put(
        all,
        List.of(),
        "credentials/missing-crt parameters/unknown-service parameters/wrong-client-use"
            + " client/version-conflict client/library-bug client/not-thread-safe"
            + " client/stream-misuse client/wrapped-local-error client/md5-unavailable"
            + " client/shadowed-module client/interpreter-shutdown client/resources-exhausted"
            + " client/local-file-missing");
    return all;
  }

  private static void stub(Map<String, Treatment> all, Wanted wanted, String causes) {
    put(all, List.of(new Way(TestKind.STUBBER, wanted)), causes);
  }

  private static void two(
      Map<String, Treatment> all, TestKind best, Wanted wanted, Wanted stubbed, String causes) {
    put(all, List.of(new Way(best, wanted), new Way(TestKind.STUBBER, stubbed)), causes);
  }

  private static void same(Map<String, Treatment> all, Wanted wanted, String causes) {
    put(all, List.of(new Way(TestKind.MOTO, wanted), new Way(TestKind.STUBBER, wanted)), causes);
  }

  private static void put(Map<String, Treatment> all, List<Way> ways, String causes) {
    for (String cause : causes.split(" ")) {
      all.put(cause, new Treatment(ways));
    }
  }
}
