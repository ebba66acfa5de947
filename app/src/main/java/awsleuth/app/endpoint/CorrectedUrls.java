package awsleuth.app.endpoint;

import awsleuth.boto.Boto;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.Advisor;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.params.Place;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a call would go whose parameters botocore refuses, once they are corrected. */
record CorrectedUrls(Boto boto, Client client, String operation, Advisor.WholeUrl whole) {

  /** The correction and its URL; empty where nothing can be corrected. */
  Optional<Advice> of(PyValue.Dict parameters) {
    Review review =
        boto.reviewer(client.service(), client.service().operation(operation).orElseThrow())
            .review(parameters, Set.of());
    if (!review.changed() || !review.valid()) {
      return Optional.empty();
    }
    PyValue.Dict corrected = withoutPlaceholders(review);
    List<String> changed = changed(parameters, corrected, review.shown());
    return !changed.isEmpty()
            && boto.endpoints().resolve(client, operation, corrected)
                instanceof EndpointOutcome.Endpoint endpoint
        ? Optional.of(
            new Advice.Change("with " + String.join(", ", changed), whole.of(client, endpoint)))
        : Optional.empty();
  }

  private static PyValue.Dict withoutPlaceholders(Review review) {
    LinkedHashMap<PyValue, PyValue> kept = new LinkedHashMap<>(review.corrected().entries());
    for (Place place : review.placeholders()) {
      kept.keySet().removeIf(name -> place.path().equals(PythonText.str(name)));
    }
    return new PyValue.Dict(kept);
  }

  private static List<String> changed(PyValue.Dict before, PyValue.Dict after, PyValue.Dict shown) {
    List<String> changed = new ArrayList<>();
    after
        .entries()
        .forEach((name, value) -> {
          PyValue show = shown.get(PythonText.str(name));
          if (!value.equals(before.get(PythonText.str(name))) && show != null) {
            changed.add(PythonText.str(name) + "=" + PythonText.repr(show));
          }
        });
    before
        .entries()
        .forEach((name, _) -> {
          if (!after.has(PythonText.str(name))) {
            changed.add("no " + PythonText.str(name));
          }
        });
    return changed;
  }
}
