package awsleuth.boto.python;

import java.util.List;

/** The words of a text of a date, by their places. */
record DateText(List<String> tokens) {

  int size() {
    return tokens.size();
  }

  /**
   * One of them.
   *
   * @throws IndexOutOfBoundsException where there is none
   */
  String at(int i) {
    return tokens.get(i);
  }

  boolean is(int i, String token) {
    return i >= 0 && i < tokens.size() && tokens.get(i).equals(token);
  }

  boolean isSign(int i) {
    return is(i, "+") || is(i, "-");
  }

  /** Turns a plus into a minus, and a minus into a plus. */
  void turnSign(int i) {
    tokens.set(i, is(i, "+") ? "-" : "+");
  }
}
