package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Quotes;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.List;

/** Reads errors that are botocore's or AWS's doing though no class or code of theirs is printed. */
final class Phrases {

  /** Words, and the exception and service that they imply; empty where they imply none. */
  private record Phrase(
      String words, String exception, String service, Sighting.Strength strength) {}

  private static final int LEAD = 400;
  private static final int LONGEST_LEAD = 4000;

  /** Nothing but boto3 has arguments of these names to what it calls so. */
  private static final String REFUSES = "() got an unexpected keyword argument 'aws_";

  private static final Sighting.Strength LIKELY = Sighting.Strength.LIKELY;
  private static final Sighting.Strength FAINT = Sighting.Strength.FAINT;

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("authorized to perform", "", "", LIKELY),
          new Phrase("KeyError: 'credential_provider'", "KeyError", "", LIKELY),
          new Phrase("KeyError: 'endpoint_resolver'", "KeyError", "", LIKELY),
          new Phrase("KeyError('credential_provider'", "KeyError", "", LIKELY),
          new Phrase("KeyError('endpoint_resolver'", "KeyError", "", LIKELY),
          new Phrase("argument: 'operation_name'", "TypeError", "", LIKELY),
          new Phrase("KeyError: 'aws_access_key_id'", "KeyError", "", LIKELY),
          new Phrase("'NoneType' object has no attribute 'access_key'", "", "", LIKELY),
          new Phrase("Float types are not supported. Use Decimal", "TypeError", "dynamodb", LIKELY),
          new Phrase("only accepts keyword arguments", "TypeError", "", LIKELY),
          new Phrase("client" + REFUSES, "TypeError", "", LIKELY),
          new Phrase("resource" + REFUSES, "TypeError", "", LIKELY),
          new Phrase("'s3.ServiceResource' object", "AttributeError", "s3", LIKELY),
          new Phrase(".ServiceResource' object has no attribute", "AttributeError", "", LIKELY),
          new Phrase("module 'boto3' has no attribute", "AttributeError", "", LIKELY),
          new Phrase("module 'boto3.", "AttributeError", "", LIKELY),
          new Phrase("module 'botocore", "AttributeError", "", FAINT),
          new Phrase("'module' object has no attribute 'resource'", "AttributeError", "", LIKELY),
          new Phrase("'module' object has no attribute 'client'", "AttributeError", "", LIKELY),
          new Phrase("partially initialized module 'boto3'", "AttributeError", "", LIKELY),
          new Phrase("No module named 'boto", "ModuleNotFoundError", "", LIKELY),
          new Phrase("No module named boto", "ImportError", "", LIKELY),
          new Phrase("from 'botocore", "ImportError", "", LIKELY),
          new Phrase("from 'urllib3", "ImportError", "", FAINT),
          new Phrase("Invalid header value 'AWS ", "", "s3", LIKELY),
          new Phrase("Invalid header value b'AWS ", "", "s3", LIKELY),
          new Phrase("Invalid header value", "", "", LIKELY),
          new Phrase("Invalid endpoint: ", "ValueError", "", LIKELY),
          new Phrase("HTTP Client raised and unhandled", "HTTPClientError", "", LIKELY),
          new Phrase("Credentials were refreshed, but the refreshed", "RuntimeError", "", LIKELY),
          new Phrase("Refreshing temporary credentials failed during", "", "", LIKELY),
          new Phrase("WebIdentityErr: ", "", "", LIKELY),
          new Phrase("No OpenIDConnect provider found in your acc", "", "sts", LIKELY),
          new Phrase("could not be used to assume", "", "sts", FAINT),
          new Phrase("ciphertext refers to a customer master key", "", "", LIKELY),
          new Phrase("Required parameter name not set", "ValueError", "", LIKELY),
          new Phrase("Invalid extra_args key", "ValueError", "s3", LIKELY),
          new Phrase("Waiter does not exist", "ValueError", "", LIKELY),
          new Phrase("Max retries exceeded with url", "", "", LIKELY),
          new Phrase("AWSHTTPSConnectionPool(host=", "", "", LIKELY),
          new Phrase("AWSHTTPConnectionPool(host=", "", "", LIKELY),
          new Phrase("Unable to load AWS credentials", "", "", LIKELY),
          new Phrase("Could not connect to the endpoint", "", "", LIKELY),
          new Phrase("nable to locate credentials", "", "", LIKELY),
          new Phrase("security token included in the request is", "", "", LIKELY),
          new Phrase("you provided does not exist in our rec", "", "", LIKELY),
          new Phrase("Signature expired: 20", "", "", LIKELY),
          new Phrase("Signature not yet current: 20", "", "", LIKELY),
          new Phrase("location-constraint is not valid", "", "s3", LIKELY),
          new Phrase("location constraint is incompatible", "", "s3", LIKELY),
          new Phrase("not able to validate the provided access cred", "", "", LIKELY),
          new Phrase("request signature we calculated does not match", "", "", LIKELY),
          new Phrase("between the request time and the ", "", "", LIKELY),
          new Phrase("not a valid key=value pair", "", "", LIKELY),
          new Phrase("must be addressed using the specified endpoint", "", "s3", LIKELY),
          new Phrase("authorization header is malformed; ", "", "s3", LIKELY),
          new Phrase("MultiFactorAuthentication failed", "", "sts", LIKELY),
          new Phrase("Please reduce your request rate", "", "", LIKELY),
          new Phrase("conflicting conditional operation is currently", "", "s3", LIKELY),
          new Phrase("configured provisioned throughput for the table", "", "dynamodb", LIKELY),
          new Phrase("CallerRateLimitExceeded", "", "lambda", LIKELY),
          new Phrase("TooManyRequestsException", "", "", LIKELY),
          new Phrase("Model access is denied", "", "bedrock-runtime", LIKELY),
          new Phrase("Encoded authorization failure message", "", "", LIKELY),
          new Phrase("UnauthorizedSSOTokenError", "UnauthorizedSSOTokenError", "", LIKELY),
          new Phrase("SSO session associated with this profile", "", "", LIKELY),
          new Phrase("Requirement.parse('boto", "VersionConflict", "", LIKELY),
          new Phrase("Requirement.parse('awscli", "VersionConflict", "", LIKELY),
          new Phrase("DistributionNotFound: boto", "DistributionNotFound", "", LIKELY),
          new Phrase("Exceptions object at 0x", "AttributeError", "", LIKELY),
          new Phrase("You must restore the object", "", "s3", LIKELY),
          new Phrase("Permission denied on S3 path: s3://", "", "s3", LIKELY),
          new Phrase("S3 Bucket does not exist", "", "s3", FAINT),
          new Phrase("_FAILED state and can not be updated", "", "cloudformation", LIKELY),
          new Phrase("_PROGRESS state and can not be updated", "", "cloudformation", LIKELY),
          new Phrase("_COMPLETE state and can not be updated", "", "cloudformation", LIKELY),
          new Phrase("check your task network configuration", "", "", LIKELY),
          new Phrase("module 'aiobotocore", "AttributeError", "", LIKELY),
          new Phrase("'AioClientCreator' object", "AttributeError", "", LIKELY),
          new Phrase("'AioSession' object", "AttributeError", "", LIKELY),
          new Phrase("boto3 required for this module", "ImportError", "", FAINT),
          new Phrase("required Python library (boto", "ImportError", "", FAINT),
          new Phrase("The user requested boto", "", "", FAINT),
          new Phrase("but you'll have botocore", "", "", FAINT),
          new Phrase("but you have botocore", "", "", FAINT),
          new Phrase("but you have boto3", "", "", FAINT),
          new Phrase("but you have urllib3", "", "", FAINT),
          new Phrase("already exists in stack arn:", "", "", LIKELY),
          new Phrase("while provisioning your stack: ", "", "", FAINT),
          new Phrase("role defined for the function cannot", "", "lambda", FAINT),
          new Phrase("'ParamValidationError' object has no", "AttributeError", "", LIKELY),
          new Phrase("'ClientError' object has no", "AttributeError", "", LIKELY),
          new Phrase("'PageIterator' object has no", "AttributeError", "", LIKELY),
          new Phrase("'StreamingBody' object", "AttributeError", "", LIKELY),
          new Phrase("is not JSON serializable", "TypeError", "", FAINT),
          new Phrase("PermissionError: Access Denied", "PermissionError", "s3", FAINT),
          new Phrase("PermissionError: Forbidden", "PermissionError", "s3", FAINT),
          new Phrase("cannot be assumed by Lambda", "", "lambda", LIKELY),
          new Phrase("ECS was unable to assume the role", "", "ecs", LIKELY),
          new Phrase("identities failed the check in region", "", "ses", LIKELY),
          new Phrase("Email address is not verified", "", "ses", FAINT),
          new Phrase("The specified bucket does not exist", "", "", FAINT),
          new Phrase("The specified key does not exist", "", "", FAINT),
          new Phrase("provided token has expired", "", "", FAINT),
          new Phrase("provided token is malformed or otherwise", "", "", FAINT),
          new Phrase("needs a subscription for the service", "", "", FAINT),
          new Phrase("The bucket does not allow ACLs", "", "", FAINT),
          new Phrase("The conditional request failed", "", "", FAINT),
          new Phrase("gaierror(", "", "", FAINT),
          new Phrase("<botocore.awsrequest.AWS", "", "", FAINT),
          new Phrase("botocore.errorfactory' has no attribute", "AttributeError", "", FAINT));

  /** Words that other programs say too: the text must show that it is about AWS. */
  private static final List<Phrase> ANYBODYS =
      List.of(
          new Phrase("Unknown component: ", "ValueError", "", FAINT),
          new Phrase("Stack with id ", "", "cloudformation", FAINT),
          new Phrase(": Stack [", "", "cloudformation", FAINT),
          new Phrase("string longer than 2147483647 bytes", "OverflowError", "", FAINT),
          new Phrase("can't start new thread", "RuntimeError", "", FAINT),
          new Phrase("'Namespace' object has no", "AttributeError", "", FAINT),
          new Phrase("cannot schedule new futures after", "RuntimeError", "", FAINT),
          new Phrase("I/O operation on closed file", "ValueError", "", FAINT),
          new Phrase("read of closed file", "ValueError", "", FAINT),
          new Phrase("disabled for fips", "ValueError", "", FAINT),
          new Phrase("disabled for FIPS", "ValueError", "", FAINT),
          new Phrase("FIPS forbidden algorithm", "", "", FAINT),
          new Phrase("has been throttled on ", "", "ec2", FAINT),
          new Phrase("does not exist or you do not have access", "", "", FAINT),
          new Phrase("must be logged in to the server", "", "", FAINT));

  private static final List<String> OF_AWS =
      List.of("aws", "AWS", "mazon", "boto", "s3", "S3", "eks", "EKS", "arn:");

  private Phrases() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    PHRASES.forEach(p -> read(flat, p, found));
    List<Sighting> others = new ArrayList<>();
    ANYBODYS.forEach(p -> read(flat, p, others));
    if (!others.isEmpty() && OF_AWS.stream().anyMatch(flat.text::contains)) {
      found.addAll(others);
    }
    return found;
  }

  private static void read(Flat flat, Phrase p, List<Sighting> found) {
    boolean connection = p.words.startsWith("Max retries") || p.words.startsWith("gaierror");
    for (int at = flat.text.indexOf(p.words);
        at >= 0;
        at = flat.text.indexOf(p.words, at + p.words.length())) {
      if (!isRaised(flat, at)
          && !isPassedOver(flat, at)
          && !(connection && Reached.isElsewhere(flat, flat.indexAt(at)))) {
        found.add(sighting(flat, p, at));
      }
    }
  }

  /**
   * Whether the CDK goes on without the role that it could not assume, Serverless only names the
   * resource, whose failure stands in the next line, or the function of another is named.
   */
  private static boolean isPassedOver(Flat flat, int at) {
    if (flat.text.startsWith(REFUSES, flat.text.indexOf('(', at))) {
      String lead = flat.lead(at, LEAD);
      return !lead.endsWith("TypeError: ") && !lead.endsWith("TypeError: Session.");
    }
    if (flat.text.startsWith("while provisioning your stack: ", at)) {
      return !flat.text
          .substring(at, Math.min(flat.endOf(flat.indexAt(at)), at + LEAD))
          .contains(" - ");
    }
    return flat.text.startsWith("could not be used to assume", at)
        && flat.text
            .substring(at, Math.min(flat.endOf(flat.indexAt(at)), at + LEAD))
            .contains("Proceeding anyway");
  }

  /** Whether a place is in a line of code that raises. */
  private static boolean isRaised(Flat flat, int at) {
    int i = flat.startOf(flat.indexAt(at));
    int deepest = i + LEAD;
    while (i < Math.min(at, deepest) && flat.text.charAt(i) <= ' ') {
      i++;
    }
    return flat.text.startsWith("raise ", i);
  }

  private static Sighting sighting(Flat flat, Phrase p, int at) {
    int index = flat.indexAt(at);
    int start = sentenceStart(flat, index, at);
    Sighting s = new Sighting(start, flat.numberAt(at));
    s.strength = p.strength;
    s.service = p.service;
    int lead = Math.min(flat.startOf(index), flat.startOf(flat.indexAt(start)));
    String dotted = ClassNames.lastIn(flat.text.substring(Math.max(lead, at - LEAD), at));
    s.exception = dotted.isEmpty() ? p.exception : dotted;
    Messages.Message m = Messages.read(flat, start, Messages.quoteBefore(flat.text, start));
    s.message = m.text();
    s.end = Math.max(m.end(), at + p.words.length());
    boolean whole = !p.words.startsWith("AWSHTTP") || s.message.contains("amazonaws.com'");
    s.endpoint = whole ? poolUrl(s.message) : ""; // a pool's name has neither scheme nor path
    int error = s.message.indexOf("rror ");
    s.status = error < 0 ? s.status : Numbers.statusAt(s.message, error + 5);
    return s;
  }

  /**
   * Where the sentence around some words begins: after the class or a handler's lead, or with
   * {@code User:}.
   */
  private static int sentenceStart(Flat flat, int index, int at) {
    int from = Math.max(flat.startOf(index), at - LONGEST_LEAD);
    String lead = flat.text.substring(Math.max(0, at - LEAD), at);
    int user = lead.lastIndexOf("User: ");
    boolean own = user >= 0 && lead.indexOf("authorized to perform", user) < 0;
    if (own && flat.text.startsWith("authorized", at)) {
      return at - lead.length() + user;
    }
    int handler = lead.lastIndexOf(HandlerErrors.LEAD);
    if (handler >= 0) {
      return at - lead.length() + handler + HandlerErrors.LEAD.length();
    }
    int colon = from + flat.text.substring(from, at).lastIndexOf(": ");
    return colon > from && ClassNames.isException(ClassNames.endingAt(flat.text, colon))
        ? colon + 2
        : ActionLead.end(flat.text, from, at);
  }

  /** The URL that urllib3's {@code HTTPSConnectionPool(host='…', port=443)} stands for. */
  private static String poolUrl(String message) {
    int host = message.indexOf("host=");
    if (host < 0) {
      return "";
    }
    int from = Math.min(host + 6, message.length());
    int end = from;
    while (end < message.length() && !Quotes.isQuote(message.charAt(end))) {
      end++;
    }
    boolean plain = message.substring(0, host).endsWith("HTTPConnectionPool(");
    int url = message.indexOf("with url: ");
    String path = url < 0 ? "" : message.substring(url + 10);
    return (plain ? "http://" : "https://")
        + message.substring(from, end)
        + port(message, end, plain ? "80" : "443")
        + path.substring(0, Urls.end(path));
  }

  /** The port behind a pool's host, with a colon; empty where it is the scheme's own. */
  private static String port(String message, int hostEnd, String usual) {
    int from = hostEnd + "', port=".length();
    int end = from;
    while (end < message.length() && Character.isDigit(message.charAt(end))) {
      end++;
    }
    boolean told = message.startsWith(", port=", hostEnd + 1) && end > from;
    String port = told ? message.substring(from, end) : usual;
    return port.equals(usual) ? "" : ":" + port;
  }
}
