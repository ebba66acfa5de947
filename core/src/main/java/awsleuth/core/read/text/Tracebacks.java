package awsleuth.core.read.text;

/** Knows the lines of Python tracebacks in all their prints. */
public final class Tracebacks {

  private Tracebacks() {}

  /** Whether a line is a part of a traceback other than the exception's own line. */
  public static boolean isPartOf(String line) {
    return isFrame(line) || isHeader(line) || isLink(line) || isMarks(line);
  }

  /** Whether a line tells a frame: a file, a line and a function. */
  public static boolean isFrame(String line) {
    return line.contains("File \"")
        || line.contains("File '")
        || line.contains(".py\", line ")
        || pytestEnd(line) > 0
        || isIpythonFrame(line);
  }

  /**
   * Where the file's name ends in a frame that pytest prints, {@code lib/botocore/client.py:386: in
   * _api_call}; -1 where a line is none.
   */
  public static int pytestEnd(String line) {
    int in = line.indexOf(": in ");
    int py = in < 0 ? -1 : line.lastIndexOf(".py:", in);
    int digits = py + ".py:".length();
    while (py > 0 && digits < in && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean whole = py > 0 && digits == in && line.lastIndexOf(' ', py) < 0;
    return whole ? py + ".py".length() : -1;
  }

  /** Whether a line begins a traceback. */
  public static boolean isHeader(String line) {
    return line.contains("Traceback (most recent call last)") || line.strip().equals("Traceback:");
  }

  /** Whether a line links two exceptions of a chain. */
  public static boolean isLink(String line) {
    return line.contains("During handling of the above exception")
        || line.contains("The above exception was the direct cause");
  }

  private static boolean isIpythonFrame(String line) {
    String s = line.strip();
    if (s.startsWith("-->") || s.startsWith("---->") || isCell(line)) {
      return true;
    }
    int in = s.indexOf(" in ");
    return in > 0 && s.lastIndexOf(".py", in) > 0 && s.endsWith(")") && s.indexOf(": ") < 0;
  }

  /**
   * The frame of what was typed in a cell: {@code <ipython-input-3-4bf9> in <module>}, {@code Input
   * In [3], in <cell line: 1>()}, {@code Cell In[3], line 1}.
   */
  public static boolean isCell(String line) {
    String s = line.strip();
    return (s.startsWith("<ipython-input-") && s.contains(" in "))
        || (s.startsWith("Input In [") && s.contains("], in "))
        || (s.startsWith("Cell In[") && s.contains("], line "));
  }

  /** A line of carets, tildes, dashes or plus signs. */
  private static boolean isMarks(String line) {
    boolean any = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '^' || c == '~' || c == '-' || c == '+') {
        any = true;
      } else if (c != ' ') {
        return false;
      }
    }
    return any;
  }
}
