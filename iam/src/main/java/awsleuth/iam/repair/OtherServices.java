package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.PolicySet;
import awsleuth.iam.check.ActionsOn;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.repair.ChangedStatements.Touched;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a changed statement is about of services beside the request's. */
final class OtherServices {

  /** Actions of which each stands for its service, where a statement is about all services. */
  private static final List<String> PROBES =
      List.of(
          "dynamodb:PutItem",
          "ec2:RunInstances",
          "iam:CreateRole",
          "kms:Decrypt",
          "lambda:InvokeFunction",
          "s3:GetObject",
          "secretsmanager:GetSecretValue",
          "sqs:SendMessage");

  private static final int MOST_SERVICES = 20;
  private static final int MOST_OF_SERVICE = 12;

  private final Request request;
  private final String service;
  private final Instances instances;
  private final Widening given;
  private final Widening free;
  private final IamCatalog catalog = IamCatalog.embedded();

  private OtherServices(PolicySet before, PolicySet after, Request request, boolean shared) {
    this.request = request;
    this.service = Touched.prefix(request.action());
    this.instances = new Instances(request);
    this.given =
        new Widening(ofOtherServices(before, List.of()), ofOtherServices(after, List.of()));
    List<Policy> delegating = delegating(request.principal().account());
    PolicySet old = ofOtherServices(before, delegating);
    PolicySet now = ofOtherServices(after, delegating);
    this.free =
        shared
            ? new Widening(Others.with(old, true), Others.with(now, true))
            : new Widening(old, now);
  }

  /** A resource's policy and an endpoint's are each of one service. */
  private static PolicySet ofOtherServices(PolicySet set, List<Policy> resource) {
    return set.withResource(resource).withEndpoint(List.of());
  }

  /** What leaves it to identity-based policies, as the policies of most keys do. */
  private static List<Policy> delegating(String account) {
    return PolicyParser.parse(
            "delegating",
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Principal\":"
                + " {\"AWS\": "
                + Quoted.of("arn:aws:iam::" + account + ":root")
                + "}, \"Action\": \"*\", \"Resource\": \"*\"}}")
        .policy()
        .stream()
        .toList();
  }

  /**
   * Adds those of which the changes open something.
   *
   * @param shared whether a policy changes that others are decided by too
   */
  static void of(
      List<Touched> touched,
      PolicySet before,
      PolicySet after,
      Request request,
      boolean shared,
      Widened found) {
    if (touched.stream().anyMatch(t -> !isOfOneService(t.policy().type()))) {
      new OtherServices(before, after, request, shared).services(touched, found);
    }
  }

  private void services(List<Touched> touched, Widened found) {
    Map<Boolean, Services> byEffect = new LinkedHashMap<>();
    for (Touched t : touched) {
      if (!isOfOneService(t.policy().type())) {
        services(t, byEffect.computeIfAbsent(t.denies(), _ -> new Services()));
      }
    }
    byEffect.forEach((denies, services) -> services.tell(denies, found));
  }

  private static boolean isOfOneService(PolicyType type) {
    return type == PolicyType.RESOURCE
        || type == PolicyType.TRUST
        || type == PolicyType.VPC_ENDPOINT;
  }

  private void services(Touched touched, Services services) {
    boolean all =
        touched.statement().actions().negated()
            || touched.statement().actions().values().stream()
                .anyMatch(v -> Touched.prefix(v.value()).isEmpty());
    if (all) {
      for (String probe : PROBES) {
        if (!Touched.prefix(probe).equals(service)) {
          ask(touched, List.of(probe), "", services);
        }
      }
      return;
    }
    touched.statement().actions().values().stream()
        .map(v -> Touched.prefix(v.value()))
        .distinct()
        .filter(s -> !s.equals(service))
        .limit(MOST_SERVICES)
        .forEach(s -> ask(touched, touched.actions(s, catalog), s, services));
  }

  private void ask(Touched touched, List<String> actions, String service, Services services) {
    for (String action : actions.stream().limit(MOST_OF_SERVICE).toList()) {
      for (String resource : resources(touched, action)) {
        Request asked = asked(action, resource);
        if (given.isNew(asked)) {
          services.opened().add(service);
          return;
        }
        if (free.mayBeNew(asked)) {
          services.possible().add(service);
        }
      }
    }
  }

  /** Resources that a statement and an action of another service are about. */
  private List<String> resources(Touched touched, String action) {
    if (touched.isOfAnyResource() || !touched.statement().resources().present()) {
      return catalog.action(action).stream()
          .flatMap(known -> instances.of(known, catalog).stream())
          .toList();
    }
    List<String> all = new ArrayList<>();
    for (Located pattern : touched.statement().resources().values()) {
      instances.of(pattern.value(), touched.policy().version2012()).stream()
          .filter(r -> !ActionsOn.of(action, r, catalog).isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  private Request asked(String action, String resource) {
    return new Request(
        request.principal(), action, resource, request.principal().account(), request.context());
  }

  /**
   * Services of which a change opens something.
   *
   * @param opened for the caller; the empty text stands for all
   * @param possible as far as other policies and conditions allow
   */
  private record Services(Set<String> opened, Set<String> possible) {

    Services() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    void tell(boolean denies, Widened found) {
      possible.removeAll(opened);
      if (opened.contains("")) {
        possible.clear();
      }
      found.services(denies, opened, "");
      found.services(denies, possible, ", as far as other policies and conditions allow");
    }
  }
}
