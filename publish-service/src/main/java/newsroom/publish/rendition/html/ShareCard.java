package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// What stands for a story without a picture where it is shared: a plain card in the site's colour
/// with a lower third. PNG, as those sites show no SVG; written by hand, as drawing would load the
/// desktop toolkit and need fonts.
final class ShareCard {

  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  private ShareCard() {}

  static byte[] png(Palette palette) {
    var png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT);
    chunk(png, "IHDR", header.put(new byte[] {8, 3, 0, 0, 0}).array());
    chunk(png, "PLTE", colours(palette));
    chunk(png, "IDAT", deflated(rows()));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /// Each row is a filter byte and one palette index a pixel.
  private static byte[] rows() {
    byte[] rows = new byte[HEIGHT * (WIDTH + 1)];
    for (int y = 0; y < HEIGHT; y++) {
      int start = y * (WIDTH + 1) + 1;
      if (y >= 430 && y < 550) {
        Arrays.fill(rows, start, start + WIDTH, (byte) 1);
        Arrays.fill(rows, start + 80, start + 104, (byte) 0);
      }
      if (y >= 556 && y < 562) {
        Arrays.fill(rows, start, start + WIDTH, (byte) 1);
      }
    }
    return rows;
  }

  private static byte[] colours(Palette palette) {
    int accent = Integer.parseInt(palette.accent().substring(1), 16);
    int on = Integer.parseInt(palette.onAccent().substring(1), 16);
    return new byte[] {
      (byte) (accent >> 16), (byte) (accent >> 8), (byte) accent,
      (byte) (on >> 16), (byte) (on >> 8), (byte) on
    };
  }

  private static byte[] deflated(byte[] rows) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(rows);
      deflater.finish();
      byte[] out = new byte[rows.length];
      return Arrays.copyOf(out, deflater.deflate(out));
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    var crc = new CRC32();
    crc.update(type.getBytes(US_ASCII));
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(type.getBytes(US_ASCII));
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
