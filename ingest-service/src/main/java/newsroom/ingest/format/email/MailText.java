package newsroom.ingest.format.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.WireText;
import org.jspecify.annotations.Nullable;

/// Reads the texts of a mail.
final class MailText {

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta\\s[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]{1,40})");
  private static final int META_WITHIN = 2_048;

  private final List<Part> parts;
  private final @Nullable String preferred;
  private final Pictures pictures = new Pictures();
  private String charset = "us-ascii";

  /// @param preferred the charset where none is named and the bytes are not UTF-8
  MailText(List<Part> parts, @Nullable String preferred) {
    this.parts = parts;
    this.preferred = preferred;
  }

  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    for (var part : parts) {
      var text = read(part);
      blocks.addAll(
          html(part)
              ? Blocks.ofHtml(text, part.raw("content-location"), pictures)
              : Blocks.ofText(text));
    }
    return List.copyOf(blocks);
  }

  /// The only text where it is plain; null where it is anything else.
  @Nullable String plain() {
    return parts.size() == 1 && !html(parts.getFirst()) ? read(parts.getFirst()) : null;
  }

  Pictures pictures() {
    return pictures;
  }

  /// The charset it was read in, and why; that of the last text where they are several.
  String charset() {
    return charset;
  }

  private String read(Part part) {
    var named = part.charset();
    var declared = named == null && html(part) ? inMeta(part.content()) : named;
    var text = WireText.read(part.content(), declared);
    if (declared == null && preferred != null && !text.charset().startsWith("utf-")) {
      text = WireText.read(part.content(), preferred);
    }
    charset = text.charset();
    return part.flowed() ? Flowed.joined(text.text(), part.spaceDeleted()) : text.text();
  }

  private static @Nullable String inMeta(byte[] content) {
    var start =
        new String(content, 0, Math.min(META_WITHIN, content.length), StandardCharsets.ISO_8859_1);
    var meta = META_CHARSET.matcher(start);
    return meta.find() ? meta.group(1) : null;
  }

  private static boolean html(Part part) {
    return part.is("text/html") || part.is("application/xhtml");
  }
}
