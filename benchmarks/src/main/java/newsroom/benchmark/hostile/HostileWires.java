package newsroom.benchmark.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsroom.benchmark.format.Wires;

/// What an enemy, or a broken system, may send: each attack in each format that it can be made in.
final class HostileWires {

  private static final List<String> XML = List.of("newsml-g2", "newsml-1", "nitf", "rss", "atom");
  private static final List<String> JSON =
      List.of("ninjs", "ap-media", "dpa-digitalwires", "json-feed");
  private static final List<String> TEXT = List.of("iptc7901", "anpa1312", "email");

  private static final int MEGABYTE = 1_000_000;

  private final Path folder;
  private final String address;
  private final List<Path> files = new ArrayList<>();

  private HostileWires(Path folder, String address) {
    this.folder = folder;
    this.address = address;
  }

  /// Writes all of them, a file each.
  ///
  /// @param address of a server on this machine that nobody may ask for anything
  static List<Path> write(Path folder, String address) throws IOException {
    var all = new HostileWires(Files.createDirectories(folder), address);
    XML.forEach(all::xml);
    JSON.forEach(all::json);
    TEXT.forEach(all::text);
    return all.files;
  }

  private void xml(String format) {
    var wire = new String(Wires.of(format), UTF_8);
    var entities = entities();
    for (var attack : entities.entrySet()) {
      add(attack.getKey(), format, attack.getValue() + pointing(wire, "&x;"));
    }
    add("elements 100,000 deep", format, inside(wire, "<p>".repeat(100_000)));
    add(
        "an element with 50,000 attributes",
        format,
        inside(wire, "<p " + numbered(50_000, "a%1$d=\"%1$d\" ") + "/>"));
    add("100,000 names of elements", format, inside(wire, numbered(100_000, "<a%d/>")));
    any(format, wire);
  }

  private void json(String format) {
    var wire = new String(Wires.of(format), UTF_8);
    var open = wire.indexOf('{') + 1;
    add("arrays 100,000 deep", format, put(wire, open, "\"x\":" + "[".repeat(100_000)));
    add("objects 100,000 deep", format, put(wire, open, "\"x\":" + "{\"x\":".repeat(100_000)));
    add(
        "a number of a million digits",
        format,
        put(wire, open, "\"x\":" + "9".repeat(MEGABYTE) + ","));
    add("100,000 names", format, put(wire, open, numbered(100_000, "\"a%1$d\":%1$d,")));
    any(format, wire);
  }

  private void text(String format) {
    var wire = new String(Wires.of(format), UTF_8);
    add("200,000 headers", format, numbered(200_000, "X-%1$d: %1$d\r\n") + wire);
    var parts =
        IntStream.range(0, 5_000)
            .mapToObj(
                number ->
                    "--b%1$d\nContent-Type: multipart/mixed; boundary=b%2$d\n\n"
                        .formatted(number, number + 1))
            .collect(Collectors.joining());
    add(
        "mail 5,000 parts deep",
        format,
        "From: a@coast.example\nContent-Type: multipart/mixed; boundary=b0\n\n" + parts);
    any(format, wire);
  }

  private void any(String format, String wire) {
    var middle = wire.length() / 2;
    add("a megabyte of NULs", format, put(wire, middle, "\0".repeat(MEGABYTE)));
    add("a megabyte of <", format, put(wire, middle, "<".repeat(MEGABYTE)));
    add("a megabyte of &", format, put(wire, middle, "&".repeat(MEGABYTE)));
    add("a megabyte without a blank", format, put(wire, middle, "a".repeat(MEGABYTE)));
    add("scripts", format, put(wire, middle, "<script>alert(1)</script>".repeat(10_000)));
    add("open links", format, put(wire, middle, "<a href='javascript:x'>".repeat(10_000)));
    var surrogates = new byte[MEGABYTE];
    for (var i = 0; i + 2 < MEGABYTE; i += 3) {
      System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, surrogates, i, 3);
    }
    add(
        "lone surrogates",
        format,
        put(wire, middle, new String(surrogates, ISO_8859_1)),
        ISO_8859_1);
    for (var tenth = 1; tenth < 10; tenth++) {
      add("cut off at " + tenth + "0 %", format, wire.substring(0, wire.length() * tenth / 10));
    }
    add("100 MB", format, put(wire, middle, " ".repeat(100 * MEGABYTE)));
  }

  private Map<String, String> entities() {
    var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY x0 \"lol\">");
    for (var i = 1; i < 12; i++) {
      laughs.append("<!ENTITY x%d \"%s\">".formatted(i, "&x%d;".formatted(i - 1).repeat(10)));
    }
    return Map.of(
        "a file of this machine",
        "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "an address of another machine",
        "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + address + "/x\">]>",
        "a DTD of another machine",
        "<!DOCTYPE x SYSTEM \"" + address + "/x.dtd\" [<!ENTITY x \"x\">]>",
        "a parameter entity",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address + "/p\"> %p; <!ENTITY x \"x\">]>",
        "a billion laughs",
        laughs + "<!ENTITY x \"&x11;\">]>",
        "an entity of 100 kB, named 10,000 times",
        "<!DOCTYPE x [<!ENTITY y \"%s\"><!ENTITY x \"%s\">]>"
            .formatted("y".repeat(100_000), "&y;".repeat(10_000)));
  }

  /// The wire, pointing to an entity in the middle of its text; without a prolog.
  private static String pointing(String wire, String entity) {
    var start = wire.startsWith("<?xml") ? wire.indexOf("?>") + 2 : 0;
    return inside(wire.substring(start).strip(), entity);
  }

  /// Puts something right after a sentence of the text.
  private static String inside(String wire, String what) {
    return put(wire, wire.indexOf("winter months") + "winter months".length(), what);
  }

  private static String numbered(int most, String form) {
    return IntStream.range(0, most).mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static String put(String wire, int at, String what) {
    return wire.substring(0, at) + what + wire.substring(at);
  }

  private void add(String attack, String format, String wire) {
    add(attack, format, wire, UTF_8);
  }

  private void add(String attack, String format, String wire, Charset charset) {
    try {
      files.add(Files.writeString(folder.resolve(format + ", " + attack), wire, charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
