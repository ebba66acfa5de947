package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The policies of AWS Organizations on an account and all that is above it, which only the
 * management account and delegated administrators may read.
 *
 * @param kind which policies
 * @param account its id; empty where it is not known, of the owner of a bucket
 * @param resource what it is asked for: of control policies on resources those of its owner decide
 */
record OrganizationPolicies(Kind kind, String account, String resource) implements LiveQuestion {

  private static final Map.Entry<String, String> NEXT = Map.entry("NextToken", "NextToken");
  private static final String FILE = "organization.json";
  private static final int MOST_PAGES = 10;
  private static final int MOST_LEVELS = 7;

  /** The policies' types, as Organizations names them. */
  enum Kind {
    /** On the account of who calls. */
    SERVICE_CONTROL_POLICY("scp"),
    /** On the account that owns the resource. */
    RESOURCE_CONTROL_POLICY("rcp");

    private final String start;

    Kind(String start) {
      this.start = start;
    }
  }

  /** Those that decide a request; {@code owner} is empty where it is not known. */
  static List<OrganizationPolicies> of(String caller, String owner, String resource) {
    return List.of(
        new OrganizationPolicies(Kind.SERVICE_CONTROL_POLICY, caller, resource),
        new OrganizationPolicies(Kind.RESOURCE_CONTROL_POLICY, owner, resource));
  }

  @Override
  public String what() {
    return switch (kind) {
      case SERVICE_CONTROL_POLICY -> "the organization's policies on " + account;
      case RESOURCE_CONTROL_POLICY ->
          "the organization's policies on the resources of "
              + (account.isEmpty() ? "the account of " + resource : account);
    };
  }

  @Override
  public List<String> permissions() {
    return List.of(
        "organizations:DescribeOrganization",
        "organizations:ListParents",
        "organizations:ListPoliciesForTarget",
        "organizations:DescribePolicy");
  }

  @Override
  public void ask(Asking asking) {
    String of = account.isEmpty() ? owner(asking) : account;
    if (of.isEmpty()) {
      asking.leaveOpen(what(), "which account owns it is not known");
      return;
    }
    List<String> targets = new ArrayList<>(List.of(of));
    Optional<String> parent = parent(of, asking);
    while (parent.isPresent() && targets.size() <= MOST_LEVELS) {
      targets.add(parent.get());
      parent = isRoot(parent.get()) ? Optional.empty() : parent(parent.get(), asking);
    }
    if (targets.size() == 1) {
      return;
    }
    if (kind == Kind.SERVICE_CONTROL_POLICY) {
      asking.about(Gathering.About.MANAGEMENT_ACCOUNT);
      organization(asking);
      asking.about(Gathering.About.ORGANIZATION);
    }
    Map<String, Optional<String>> described = new HashMap<>();
    targets.reversed().forEach(t -> on(t, described, asking));
  }

  /** Which account manages the organization: no control policy affects that one. */
  private static void organization(Asking asking) {
    asking
        .call(
            "the organization's management account",
            "organizations",
            "DescribeOrganization",
            Map.of())
        .flatMap(d -> d.at("Organization"))
        .filter(o -> !o.textAt("MasterAccountId").isEmpty())
        .ifPresent(o -> {
          SequencedMap<PyValue, PyValue> kept = new LinkedHashMap<>();
          for (String member : List.of("Id", "Arn", "FeatureSet", "MasterAccountId")) {
            kept.put(new PyValue.Str(member), new PyValue.Str(o.textAt(member)));
          }
          asking.keep(FILE, Texts.pretty(Map.of("Organization", new PyValue.Dict(kept))));
        });
  }

  /**
   * The owner of a bucket whose policy was given: only identities of its own account get it (S3,
   * GetBucketPolicy).
   */
  private String owner(Asking asking) {
    boolean given = ResourcePolicy.of(resource).filter(q -> !asking.isOpen(q.what())).isPresent();
    return given ? asking.account() : "";
  }

  /** Nothing is above a root, of which ListParents is not asked (Organizations, ListParents). */
  private static boolean isRoot(String target) {
    return target.startsWith("r-");
  }

  /**
   * What is above an account or unit; a page may be empty where the next has it (Organizations,
   * ListParents). Empty in no organization, and where it is not told.
   */
  private Optional<String> parent(String child, Asking asking) {
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("ChildId", child));
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<Document> answer = asking.call(what(), "organizations", "ListParents", parameters);
      if (answer.isEmpty()) {
        if (asking.isAbsent("organizations", "ListParents", parameters)) {
          inNone(child, asking);
        }
        return Optional.empty();
      }
      List<Document> parents = answer.get().items("Parents");
      if (!parents.isEmpty()) {
        return Optional.of(parents.getFirst().textAt("Id"));
      }
      String next = answer.get().textAt("NextToken");
      if (next.isEmpty()) {
        break;
      }
      parameters.put("NextToken", next);
    }
    asking.leaveOpen(what(), "ListParents does not tell what is above " + child);
    return Optional.empty();
  }

  /** That the account which asks is in no organization: AWS says it of no other. */
  private static void inNone(String child, Asking asking) {
    if (child.equals(asking.account()) && !asking.files().containsKey(FILE)) {
      PyValue.Dict none = CallParameters.dict(Map.of("NoneOf", child));
      asking.keep(FILE, Texts.pretty(Map.of("Organization", none)));
    }
  }

  private void on(String target, Map<String, Optional<String>> described, Asking asking) {
    Set<String> seen = new LinkedHashSet<>();
    for (Document policy :
        asking.pages(
            what(),
            "organizations",
            "ListPoliciesForTarget",
            Map.of("TargetId", target, "Filter", kind.name()),
            "Policies",
            NEXT)) {
      if (seen.add(policy.textAt("Id"))) {
        described
            .computeIfAbsent(policy.textAt("Id"), id -> content(id, asking))
            .ifPresent(text -> keep(policy, text, target, asking));
      }
    }
  }

  /** What a policy says; one that is attached on several levels is asked for once. */
  private Optional<String> content(String id, Asking asking) {
    return asking
        .call(what(), "organizations", "DescribePolicy", Map.of("PolicyId", id))
        .map(d -> d.textAt("Policy", "Content"))
        .filter(text -> !text.isEmpty());
  }

  private void keep(Document policy, String text, String target, Asking asking) {
    asking.keep(
        kind.start + "-" + Texts.plain(target) + "-" + Texts.plain(policy.textAt("Name")) + ".json",
        Texts.policy(
            Map.of("PolicyName", policy.textAt("Name"), "Arn", policy.textAt("Arn")),
            "Content",
            text),
        target);
  }
}
