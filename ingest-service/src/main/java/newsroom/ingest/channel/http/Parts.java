package newsroom.ingest.channel.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a `multipart/form-data` or `multipart/mixed` body apart.
final class Parts {

  private static final Pattern MULTIPART =
      Pattern.compile(
          "(?i)\\s*multipart/(?:form-data|mixed|related)\\b.*?;\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200})).*");
  private static final int MOST = 100;
  private static final int HEADERS = 16 * 1024;

  private Parts() {}

  /// Whether a Content-Type says that the body has parts.
  static boolean declaredIn(@Nullable String contentType) {
    return contentType != null && MULTIPART.matcher(contentType).matches();
  }

  /// The parts; none where the body is no such thing whatever its Content-Type says, and then it is
  /// the wire itself.
  static List<Part> of(@Nullable String contentType, byte[] body) {
    var declared = MULTIPART.matcher(contentType == null ? "" : contentType);
    if (!declared.matches()) {
      return List.of();
    }
    var boundary = declared.group(1) == null ? declared.group(2) : declared.group(1);
    var delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    // the first delimiter may stand at the very beginning, where no line ends before it
    var first = indexOf(body, Arrays.copyOfRange(delimiter, 2, delimiter.length), 0);
    var parts = new ArrayList<Part>();
    for (var at = first < 0 ? -1 : first + delimiter.length - 2; at >= 0; ) {
      if (startsWith(body, at, "--")) {
        return parts;
      }
      var next = indexOf(body, delimiter, at);
      if (next < 0) {
        throw Refusal.brokenParts("its last part has no end; it may be cut off");
      }
      if (parts.size() == MOST) {
        throw Refusal.brokenParts("it has more than " + MOST + " parts");
      }
      parts.add(part(body, at, next));
      at = next + delimiter.length;
    }
    return parts;
  }

  private static Part part(byte[] body, int from, int to) {
    var blank = indexOf(body, "\r\n\r\n".getBytes(ISO_8859_1), from);
    if (blank < 0 || blank > to || blank - from > HEADERS) {
      throw Refusal.brokenParts("one of its parts has no blank line after its headers");
    }
    var headers = headers(new String(body, from, blank - from, UTF_8));
    var content = Arrays.copyOfRange(body, Math.min(blank + 4, to), to);
    return new Part(headers, decoded(headers, content));
  }

  private static Map<String, String> headers(String block) {
    var headers = new HashMap<String, String>();
    for (var line : block.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static byte[] decoded(Map<String, String> headers, byte[] content) {
    var encoding = headers.getOrDefault("content-transfer-encoding", "binary");
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "binary", "8bit", "7bit" -> content;
      case "base64" -> {
        try {
          yield Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
          throw Refusal.brokenParts("one of its parts is no base64");
        }
      }
      default -> throw Refusal.brokenParts("the encoding " + encoding + " of a part is not known");
    };
  }

  private static boolean startsWith(byte[] body, int at, String text) {
    var wanted = text.getBytes(ISO_8859_1);
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (var at = from; at <= body.length - wanted.length; at++) {
      if (body[at] == wanted[0]
          && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
