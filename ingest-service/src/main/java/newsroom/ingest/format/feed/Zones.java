package newsroom.ingest.format.feed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The zones of dates in feeds: offsets, the names of RFC 822, its military letters, and names that
/// are in use beside them.
final class Zones {

  /// Minutes from UTC. Names that mean several zones are not here.
  private static final Map<String, Integer> MINUTES = minutes();

  private Zones() {}

  static ZoneId offset(String sign, int hours, int minutes) {
    var all = hours * 60 + minutes;
    return ZoneOffset.ofTotalSeconds((sign.equals("-") ? -all : all) * 60);
  }

  /// The zone of this name.
  ///
  /// @param otherwise where there is no name, or one that nobody knows
  static ZoneId named(@Nullable String name, ZoneId otherwise) {
    if (name == null) {
      return otherwise;
    }
    var minutes = MINUTES.get(name);
    if (minutes != null) {
      return ZoneOffset.ofTotalSeconds(minutes * 60);
    }
    return name.contains("/") ? region(name, otherwise) : otherwise;
  }

  private static ZoneId region(String name, ZoneId otherwise) {
    for (var id : ZoneId.getAvailableZoneIds()) {
      if (id.equalsIgnoreCase(name)) {
        try {
          return ZoneId.of(id);
        } catch (DateTimeException e) {
          return otherwise;
        }
      }
    }
    return otherwise;
  }

  private static Map<String, Integer> minutes() {
    var minutes = new HashMap<String, Integer>();
    var hours =
        """
        ut 0 utc 0 gmt 0 z 0 zulu 0 wet 0 west 1 bst 1 cet 1 cest 2 met 1 mest 2 mez 1 mesz 2 eet 2 eest 3 msk 3 msd 4
        trt 3 sast 2 wat 1 cat 2 eat 3 pkt 5 ict 7 wib 7 hkt 8 sgt 8 pht 8 awst 8 jst 9 kst 9 aest 10 aedt 11 nzst 12 nzdt 13
        est -5 edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7 akst -9 akdt -8 hst -10 hast -10 ast -4 adt -3
        et -5 ct -6 mt -7 pt -8 art -3 brt -3 brst -2 clt -4 clst -3
        """
            .strip()
            .split("\\s+", -1);
    for (var at = 0; at < hours.length; at += 2) {
      minutes.put(hours[at], Integer.parseInt(hours[at + 1]) * 60);
    }
    minutes.put("nst", -210);
    minutes.put("ndt", -150);
    minutes.put("acst", 570);
    minutes.put("acdt", 630);
    military(minutes);
    return minutes;
  }

  /// As RFC 822 has them: A is UTC-1, M is UTC-12, N is UTC+1, Y is UTC+12, and there is no J.
  private static void military(Map<String, Integer> minutes) {
    var west = "abcdefghiklm";
    for (var at = 0; at < west.length(); at++) {
      minutes.put(letter(west, at), -60 * (at + 1));
      minutes.put(letter("nopqrstuvwxy", at), 60 * (at + 1));
    }
  }

  private static String letter(String letters, int at) {
    return letters.substring(at, at + 1);
  }
}
