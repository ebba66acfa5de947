package awsleuth.trail.read;

import java.util.Arrays;

/**
 * Goes once through the JSON of a record and notes where the values of its columns stand. What is
 * not asked for is passed over: that its brackets are even and its strings closed is all that is
 * found out of it. No recursion follows the data. Of a name that stands twice in an object the last
 * value counts.
 */
final class Scanner {

  /** The record goes on behind the limit. */
  static final int CUT = -1;

  /** It is no JSON. */
  static final int BROKEN = -2;

  /** A list that holds events begins: {@link Slots#opened}. */
  static final int OPENED = -3;

  private static final byte INNER = 0;
  private static final byte QUOTE = 1;
  private static final byte OPENS = 2;
  private static final byte CLOSES = 3;
  private static final byte NEWLINE = 4;

  /** Never stands outside strings; so does the 0 behind the limit. */
  private static final byte WRONG = 5;

  private static final byte[] KIND = new byte[256];

  static {
    Arrays.fill(KIND, WRONG);
    for (char c : " \t\r,:0123456789+-.eEtrufalsn".toCharArray()) {
      KIND[c] = INNER;
    }
    KIND['"'] = QUOTE;
    KIND['{'] = OPENS;
    KIND['['] = OPENS;
    KIND['}'] = CLOSES;
    KIND[']'] = CLOSES;
    KIND['\n'] = NEWLINE;
  }

  private final Slots slots;

  /** How many lines have ended in what was gone through last. */
  private int lines;

  private int stopped;

  /** Whether the string that was gone through last has backslashes. */
  private boolean escaped;

  /** Notes in slots. */
  Scanner(Slots slots) {
    this.slots = slots;
  }

  /** How many lines ended within the last object that was gone through. */
  int lines() {
    return lines;
  }

  /**
   * Goes through an object.
   *
   * @param at where its opening brace stands
   * @return the place behind it, {@link #CUT}, {@link #BROKEN} or {@link #OPENED}
   */
  int object(byte[] b, int at, int limit) {
    slots.clear();
    lines = 0;
    return more(b, at, limit);
  }

  /** Nothing was gone through yet. */
  void reset() {
    lines = 0;
  }

  /** Goes through an object, and what is noted already stays. */
  int more(byte[] b, int at, int limit) {
    int p = space(b, at + 1);
    return b[p] == '}' ? p + 1 : members(b, p, limit, Names.TOP);
  }

  /**
   * Goes on behind a value of an object's member, to the object's end, and to the ends of those
   * around it.
   *
   * @param objects how many end, with the object itself
   */
  int rest(byte[] b, int at, int limit, int objects) {
    slots.clear();
    lines = 0;
    int p = at;
    for (int left = objects; left > 0 && p >= 0; left--) {
      p = rest(b, p, limit);
    }
    return p;
  }

  private int rest(byte[] b, int at, int limit) {
    int p = space(b, at);
    if (b[p] == '}') {
      return p + 1;
    }
    return b[p] == ',' ? members(b, space(b, p + 1), limit, Names.TOP) : refuse(p, limit);
  }

  private int refuse(int at, int limit) {
    stopped = at;
    return at >= limit ? CUT : BROKEN;
  }

  /** Where the JSON that was {@link #BROKEN} last is none any more. */
  int stopped() {
    return stopped;
  }

  /** Passes white space over. */
  int space(byte[] b, int at) {
    int p = at;
    for (; ; p++) {
      byte c = b[p];
      if (c == '\n') {
        lines++;
      } else if (c != ' ' && c != '\r' && c != '\t') {
        return p;
      }
    }
  }

  /** Where a string's closing mark stands, from its first byte on; CUT where it has none. */
  private int quote(byte[] b, int from, int limit) {
    escaped = false;
    int p = Words.quoteOrBackslash(b, from, limit);
    while (p < limit) {
      if (b[p] == '"') {
        return p;
      }
      escaped = true;
      p = Words.quoteOrBackslash(b, p + 2, limit);
    }
    return CUT;
  }

  /** From the first name of an object on. */
  private int members(byte[] b, int at, int limit, int place) {
    int p = at;
    while (true) {
      if (b[p] != '"') {
        return refuse(p, limit);
      }
      int end = quote(b, p + 1, limit);
      if (end < 0) {
        return CUT;
      }
      int id = escaped ? Texts.id(b, p + 1, end) : Names.find(b, p + 1, end);
      p = space(b, end + 1);
      if (b[p] != ':') {
        return refuse(p, limit);
      }
      p = value(b, space(b, p + 1), limit, place, id);
      if (p < 0) {
        return p;
      }
      p = space(b, p);
      if (b[p] == '}') {
        return p + 1;
      }
      if (b[p] != ',') {
        return refuse(p, limit);
      }
      p = space(b, p + 1);
    }
  }

  private int value(byte[] b, int p, int limit, int place, int id) {
    int slot = Names.slot(place, id);
    if (id >= Names.USER_IDENTITY && id <= Names.ON_BEHALF_OF) {
      forget(place, id);
    }
    byte c = b[p];
    if (c == '"') {
      int end = quote(b, p + 1, limit);
      if (slot >= 0 && end >= 0) {
        slots.set(slot, p + 1, end, escaped);
      }
      return end < 0 ? end : end + 1;
    }
    if (c == '{') {
      int inner = Names.place(place, id);
      if (inner >= 0) {
        int first = space(b, p + 1);
        return b[first] == '}' ? first + 1 : members(b, first, limit, inner);
      }
    } else if (c == '[') {
      if (Names.isList(place, id)) {
        slots.list = id;
        slots.opened = p + 1;
        return OPENED;
      }
    } else {
      return scalar(b, p, limit, slot);
    }
    int end = nested(b, p, limit);
    if (slot >= 0 && end >= 0) {
      if (Slots.isWhole(slot)) {
        slots.set(slot, p, end, false);
      } else {
        slots.unset(slot);
      }
    }
    return end;
  }

  /** What a member of the same name said before is not so. */
  private void forget(int place, int id) {
    if (id == Names.USER_IDENTITY && place == Names.TOP) {
      slots.unsetIdentity();
    } else if (Names.place(place, id) >= 0) {
      slots.unset(id == Names.ON_BEHALF_OF ? Slots.USER_ID : Slots.ISSUER_ARN);
    }
  }

  /** A number, true, false or null. */
  private int scalar(byte[] b, int from, int limit, int slot) {
    int p = from;
    while (KIND[b[p] & 0xff] == INNER && b[p] > ' ' && b[p] != ',' && b[p] != ':') {
      p++;
    }
    if (p >= limit || p == from) {
      return refuse(p, limit);
    }
    if (slot >= 0) {
      if (b[from] == 'n') {
        slots.unset(slot);
      } else {
        slots.set(slot, from, p, false);
      }
    }
    return p;
  }

  /** Passes a value over that is neither object nor array. */
  int other(byte[] b, int at, int limit) {
    if (b[at] != '"') {
      return scalar(b, at, limit, -1);
    }
    int end = quote(b, at + 1, limit);
    return end < 0 ? end : end + 1;
  }

  /** Passes an object or array over. */
  int nested(byte[] b, int from, int limit) {
    int depth = 0;
    int p = from;
    while (true) {
      switch (KIND[b[p++] & 0xff]) {
        case QUOTE -> {
          p = quote(b, p, limit) + 1;
          if (p == 0) {
            return CUT;
          }
        }
        case OPENS -> depth++;
        case CLOSES -> {
          if (--depth == 0) {
            return p;
          }
        }
        case NEWLINE -> lines++;
        case WRONG -> {
          return refuse(p - 1, limit);
        }
        default -> {}
      }
    }
  }
}
