package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.wire.Wire;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what the formats read against facts that others have noted of real wires, where such a
/// collection lies beside the project, or where the system property `newsroom.samples` says.
class WireFactsTests {

  private static final Path SAMPLES =
      Path.of(System.getProperty("newsroom.samples", "../../shared/samples"))
          .toAbsolutePath()
          .normalize();

  /// Facts that no field of ours holds: counts of other programs, transport numbers, feed titles.
  private static final List<String> NOT_OURS =
      List.of(
          "wordCount",
          "priority",
          "priorityCode",
          "sequence",
          "serviceId",
          "feedTitle",
          "format",
          "schemaValid",
          "profile",
          "docSource",
          "providerId",
          "dateId",
          "newsItemId",
          "newsItemType",
          "previousRevision",
          "revisionsCount",
          "associationCount",
          "duKeyVersion",
          "embargoedPresentEmpty",
          "sender",
          "feedparserAssertion",
          "usn",
          "itemCount",
          "placeCount",
          "dateIssue");

  /// Facts that are not ours to hold, with the reason.
  private static final Map<String, String> NOT_HELD =
      Map.of(
          "newsmlg2/superdesk-core__dpa.xml authors",
          "a login in creator, and no by: printing it as a byline would be wrong",
          "anpa1312/superdesk-core__ap_anpa-1.tst subjects",
          "from the agency's prefix of the slug: its profile maps that, no format does");

  private static final Map<String, BiPredicate<Copy, JsonNode>> FACTS = facts();

  @Test
  void whatOthersKnowOfRealWiresIsReadFromThem() throws IOException {
    assumeTrue(Files.exists(SAMPLES.resolve("EXPECTED.json")), () -> "no facts at " + SAMPLES);
    var wrong = new ArrayList<String>();
    var held = new TreeMap<String, Integer>();
    for (var entry : JsonMapper.shared().readTree(SAMPLES.resolve("EXPECTED.json"))) {
      var format = entry.path("format").asString();
      for (var fact : entry.path("expect").properties()) {
        if (!NOT_OURS.contains(fact.getKey())
            && !NOT_HELD.containsKey(entry.path("file").asString() + " " + fact.getKey())) {
          var mistake = mistake(entry.path("file").asString(), fact.getKey(), fact.getValue());
          if (mistake == null) {
            held.merge(format, 1, Integer::sum);
          } else {
            wrong.add(mistake);
          }
        }
      }
    }
    System.out.println("facts that hold: " + held);
    assertThat(wrong).as("facts that do not hold").isEmpty();
  }

  private static @Nullable String mistake(String file, String fact, JsonNode expected)
      throws IOException {
    try {
      var copies = copies(file);
      var check = FACTS.get(fact);
      if (check == null) {
        return file + ": nobody knows how to check " + fact;
      }
      return copies.stream().anyMatch(copy -> check.test(copy, expected))
          ? null
          : file + ": " + fact + " is not " + expected + " in " + brief(copies);
    } catch (Unreadable e) {
      return file + ": " + e.getMessage();
    }
  }

  private static String brief(List<Copy> copies) {
    var all = copies.toString();
    return all.substring(0, Math.min(900, all.length()));
  }

  private static List<Copy> copies(String file) throws IOException, Unreadable {
    var bytes = Files.readAllBytes(SAMPLES.resolve(file));
    var wire = new Wire(agency(file), "file", file, null, bytes, AllFormats.RECEIVED);
    return AllFormats.formats().read(wire).stream()
        .filter(Format.Reading.Read.class::isInstance)
        .map(reading -> ((Format.Reading.Read) reading).copy())
        .toList();
  }

  /// The agency that the collection's name of the file names, where it does.
  private static String agency(String file) {
    var name = Path.of(file).getFileName().toString().toLowerCase(Locale.ROOT);
    var known =
        List.of("stt", "reuters", "scoop", "pa", "ap", "afp", "dpa", "ritzau", "ats", "kyodo");
    var words = new ArrayList<String>();
    Stream.of(name.substring(name.indexOf("__") + 2), name)
        .flatMap(part -> Stream.of(part.split("[^a-z]+")))
        .forEach(words::add);
    return words.stream().filter(known::contains).findFirst().orElse("unknown");
  }

  private static Map<String, BiPredicate<Copy, JsonNode>> facts() {
    var facts = new TreeMap<String, BiPredicate<Copy, JsonNode>>();
    facts.put("headline", (c, e) -> blank(e) || same(c.headlines().headline(), e));
    facts.put("headlineStartsWith", (c, e) -> starts(c.headlines().headline(), e));
    facts.put("guid", (c, e) -> blank(e) || isGuid(c, e.asString()));
    facts.put("itemId", (c, e) -> isGuid(c, e.asString()));
    facts.put("uri", (c, e) -> isGuid(c, e.asString()));
    facts.put("messageId", (c, e) -> c.guid().contains(e.asString().replaceAll("[<>]", "")));
    facts.put("version", (c, e) -> blank(e) || version(c, e.asString()));
    facts.put("versionCreated", (c, e) -> at(c.lifecycle().versionCreated(), e));
    facts.put(
        "firstCreated",
        (c, e) ->
            blank(e)
                || at(c.lifecycle().firstCreated(), e)
                || at(c.lifecycle().versionCreated(), e));
    facts.put("expires", (c, e) -> at(c.lifecycle().expires(), e));
    facts.put("embargoedUntil", (c, e) -> at(c.lifecycle().embargoedUntil(), e));
    facts.put("embargoedLocal", WireFactsTests::embargoedInHelsinki);
    facts.put("pubstatus", (c, e) -> status(c, e.asString()));
    facts.put("pubstatusContains", (c, e) -> status(c, e.asString().replaceFirst(".*:", "")));
    facts.put(
        "publishable", (c, e) -> (c.lifecycle().status() == Copy.Status.USABLE) == e.asBoolean());
    facts.put(
        "urgency",
        (c, e) ->
            blank(e)
                ? c.lifecycle().urgency() == null
                : Objects.equals(c.lifecycle().urgency(), e.asInt()));
    facts.put(
        "byline",
        (c, e) -> blank(e) ? c.headlines().byline() == null : has(c.headlines().byline(), e));
    facts.put(
        "photographer",
        (c, e) -> has(c.headlines().byline(), e) || has(c.pictures().toString(), e));
    facts.put(
        "authors",
        (c, e) ->
            e.valueStream()
                .allMatch(a -> has(c.headlines().byline() + " " + c.subjects().people(), a)));
    facts.put(
        "language",
        (c, e) ->
            c.headlines().language() != null
                && e.asString()
                    .substring(0, 2)
                    .equalsIgnoreCase(c.headlines().language().substring(0, 2)));
    facts.put(
        "dateline",
        (c, e) -> has(c.headlines().dateline(), e) || has(e.asString(), c.headlines().dateline()));
    facts.put("datelineCity", (c, e) -> has(c.headlines().dateline() + located(c), e));
    facts.put("city", (c, e) -> has(c.headlines().dateline() + located(c), e));
    facts.put("slugline", (c, e) -> slug(c, e));
    facts.put("ednote", (c, e) -> has(c.lifecycle().edNote(), e));
    facts.put("ednoteContains", (c, e) -> has(c.lifecycle().edNote(), e));
    facts.put("usageTerms", (c, e) -> has(c.rights().usageTerms(), e));
    facts.put("source", (c, e) -> has(c.rights().creditline(), e));
    facts.put("abstract", (c, e) -> has(c.headlines().summary(), e));
    facts.put("descriptionText", (c, e) -> has(c.headlines().summary(), e));
    facts.put("bodyText", (c, e) -> has(text(c), e));
    facts.put("bodyContains", (c, e) -> has(text(c), e));
    facts.put(
        "bodyStartsWith",
        (c, e) ->
            starts(text(c), e) || has(text(c).substring(0, Math.min(200, text(c).length())), e));
    facts.put("firstParagraph", (c, e) -> starts(text(c), e));
    facts.put("captionContains", (c, e) -> has(c.pictures().toString(), e));
    facts.put("subjects", (c, e) -> e.valueStream().allMatch(s -> has(codes(c), s)));
    facts.put("subjectCount", (c, e) -> c.subjects().subjects().size() == e.asInt());
    facts.put("category", (c, e) -> has(codes(c), e));
    facts.put(
        "keywords",
        (c, e) -> e.valueStream().allMatch(k -> c.subjects().keywords().contains(k.asString())));
    facts.put("keywordCount", (c, e) -> c.subjects().keywords().size() == e.asInt());
    facts.put(
        "placeNames",
        (c, e) -> e.valueStream().allMatch(p -> has(c.subjects().places().toString(), p)));
    facts.put(
        "signals",
        (c, e) -> e.valueStream().allMatch(s -> c.handling().signals().contains(s.asString())));
    facts.put(
        "takeKey",
        (c, e) ->
            c.handling().signals().stream().anyMatch(s -> bare(s).contains(bare(e.asString()))));
    facts.put("type", (c, e) -> e.asString().equals(c.handling().type()));
    facts.put("replacingCount", (c, e) -> c.handling().replaces().size() >= e.asInt());
    facts.put("firstItem", WireFactsTests::item);
    facts.put("firstGuid", (c, e) -> isGuid(c, e.asString()));
    facts.put("firstHeadline", (c, e) -> same(c.headlines().headline(), e));
    facts.put("firstAuthor", (c, e) -> has(c.headlines().byline(), e));
    facts.put("firstPublished", (c, e) -> at(c.lifecycle().firstCreated(), e));
    facts.put(
        "firstCategories",
        (c, e) -> e.valueStream().allMatch(s -> has(c.subjects().toString(), s)));
    return facts;
  }

  private static boolean item(Copy copy, JsonNode expected) {
    return same(copy.headlines().headline(), expected.path("title"))
        && isGuid(copy, expected.path("guid").asString())
        && at(copy.lifecycle().firstCreated(), expected.path("published"))
        && has(copy.headlines().summary(), expected.path("description"));
  }

  /// Identifiers that end in the revision name the story without it.
  private static boolean isGuid(Copy copy, String expected) {
    return expected.equals(copy.guid())
        || expected.startsWith(copy.guid() + ":")
        || (expected.matches(".*_\\d+") && expected.replaceFirst("_\\d+$", "").equals(copy.guid()));
  }

  private static boolean version(Copy copy, String expected) {
    return Math.max(1, Long.parseLong(expected.replaceAll("\\D", "")))
        == copy.lifecycle().version();
  }

  private static boolean embargoedInHelsinki(Copy copy, JsonNode expected) {
    var local = LocalDateTime.parse(expected.asString()).atZone(ZoneId.of("Europe/Helsinki"));
    return local.toInstant().equals(copy.lifecycle().embargoedUntil());
  }

  private static boolean status(Copy copy, String expected) {
    return switch (expected) {
      case "embargoed" ->
          copy.lifecycle().embargoedUntil() != null
              || copy.lifecycle().status() == Copy.Status.WITHHELD;
      default -> copy.lifecycle().status().name().equalsIgnoreCase(expected);
    };
  }

  private static boolean at(@Nullable Instant instant, JsonNode expected) {
    return blank(expected)
        ? instant == null
        : instant != null
            && OffsetDateTime.parse(expected.asString()).toEpochSecond()
                == instant.getEpochSecond();
  }

  /// Slashes around a slugline are the format's.
  private static boolean slug(Copy copy, JsonNode expected) {
    return bare(copy.headlines().slugline())
        .replace("/", "")
        .contains(bare(expected.asString()).replace("/", ""));
  }

  private static boolean blank(JsonNode expected) {
    return expected.isNull() || (expected.isString() && expected.asString().isBlank());
  }

  private static boolean same(@Nullable String text, JsonNode expected) {
    return bare(text).equals(bare(expected.asString()));
  }

  private static boolean starts(@Nullable String text, JsonNode expected) {
    return bare(text).startsWith(bare(expected.asString()));
  }

  private static boolean has(@Nullable String text, JsonNode expected) {
    return has(text, expected.asString());
  }

  private static boolean has(@Nullable String text, @Nullable String expected) {
    return text != null && expected != null && bare(text).contains(bare(expected));
  }

  /// Without regard to case, blanks, and the ways to write quotes and dashes.
  private static String bare(@Nullable String text) {
    return text == null
        ? ""
        : text.toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\h]+", "")
            .replaceAll("[‘’`']", "'")
            .replaceAll("[“”„\"]|''", "\"")
            .replaceAll("[–—_]|--", "-");
  }

  private static String located(Copy copy) {
    return copy.subjects().located() + " " + copy.subjects().places();
  }

  private static String codes(Copy copy) {
    return Stream.of(copy.subjects().subjects(), copy.subjects().places())
        .flatMap(List::stream)
        .map(Concept::toString)
        .toList()
        .toString();
  }

  private static String text(Copy copy) {
    return Jsoup.parse(copy.body().stream().map(Block::toString).reduce("", (a, b) -> a + " " + b))
        .text()
        .replaceAll(
            "(?:Paragraph|Heading|Quote|Listing|Table|Row)\\[(?:level=\\d, )?(?:markup|paragraphs|items|rows|cells)=",
            "");
  }
}
