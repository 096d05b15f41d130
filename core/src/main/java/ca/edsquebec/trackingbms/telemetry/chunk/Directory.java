package ca.edsquebec.trackingbms.telemetry.chunk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which columns a chunk has and where.
 *
 * @param ends of each entry's column in the inflated bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Directory(int samples, List<Entry> entries, int[] ends) {

  static Directory read(Unpacker in) {
    int samples = in.within("number of samples", Format.MAX_BYTES);
    int count = in.within("number of columns", Format.MAX_COLUMNS);
    List<Entry> entries = new ArrayList<>();
    int[] ends = new int[count];
    long end = 0;
    for (int i = 0; i < count; i++) {
      Entry entry = Entry.read(in);
      boolean fits = i == 0 ? isTimes(entry) : isBehind(entry, entries.get(i - 1));
      if (!fits) {
        throw new DamagedChunkException(entry.name() + " out of order");
      }
      end += entry.length();
      if (end > Format.MAX_BYTES) {
        throw new DamagedChunkException("impossible length " + end);
      }
      entries.add(entry);
      ends[i] = (int) end;
    }
    if (samples == 0 || count == 0) {
      throw new DamagedChunkException("no samples");
    }
    return new Directory(samples, entries, ends);
  }

  private static boolean isTimes(Entry entry) {
    return entry.kind() == Format.TIMES && entry.key() == 0;
  }

  private static boolean isBehind(Entry entry, Entry other) {
    return entry.kind() != Format.TIMES && Entry.ORDER.compare(entry, other) > 0;
  }

  int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** How many of the inflated bytes a choice needs. */
  int endOf(Choice choice) {
    int end = ends[0];
    for (int i = 1; i < ends.length; i++) {
      Entry entry = entries.get(i);
      if (!entry.isIn(choice)) {
        continue;
      }
      end = ends[i];
      if (entry.isProduct()) {
        end = Math.max(end, Math.max(ends[factor(entry.a())], ends[factor(entry.b())]));
      }
    }
    return end;
  }

  /** Position of a number that others are told by. */
  int number(int key) {
    int at =
        Collections.binarySearch(
            entries, Entry.plain(Format.NUMBER, key, Format.PLAIN, 0), Entry.ORDER);
    if (at < 0) {
      throw new DamagedChunkException("numbers " + key + " are needed and missing");
    }
    return at;
  }

  /** As {@link #number}; it can't be a product itself. */
  int factor(int key) {
    int at = number(key);
    if (entries.get(at).isProduct()) {
      throw new DamagedChunkException("numbers " + key + " are a factor and a product");
    }
    return at;
  }
}
