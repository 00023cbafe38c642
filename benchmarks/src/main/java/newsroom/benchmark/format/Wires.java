package newsroom.benchmark.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One wire of each format, of the size that agencies file: a story of twelve paragraphs, a feed of
/// fifty entries.
public final class Wires {

  private static final int PARAGRAPHS = 12;
  private static final int ENTRIES = 50;
  private static final String SENTENCE =
      "The harbour authority said on Monday that pilots and tug crews would return to work after"
          + " both sides had agreed on rest hours, pay and a new roster for the winter months. ";

  private Wires() {}

  /// The wire of this format, in UTF-8.
  public static byte[] of(String format) {
    var text =
        switch (format) {
          case "newsml-g2" -> newsMlG2();
          case "newsml-1" -> newsMl1();
          case "nitf" -> nitf();
          case "ninjs" -> ninjs();
          case "ap-media" -> apMedia();
          case "dpa-digitalwires" -> digitalwires();
          case "json-feed" -> jsonFeed();
          case "rss" -> rss();
          case "atom" -> atom();
          case "iptc7901" -> iptc7901();
          case "anpa1312" -> anpa1312();
          case "email" -> email();
          default -> throw new IllegalArgumentException("no wire of " + format);
        };
    return text.getBytes(UTF_8);
  }

  private static String body(int paragraphs, UnaryOperator<String> paragraph) {
    return IntStream.range(0, paragraphs)
        .mapToObj(number -> paragraph.apply(number + ". " + SENTENCE.repeat(2).strip()))
        .collect(Collectors.joining("\n"));
  }

  private static String html() {
    return body(PARAGRAPHS, text -> "<p>" + text.replace("pilots", "<b>pilots</b>") + "</p>");
  }

  private static String inJson(String text) {
    return text.replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String inXml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String entries(String form, UnaryOperator<String> escape, String between) {
    var html = escape.apply(body(3, text -> "<p>" + text + "</p>"));
    return IntStream.range(0, ENTRIES)
        .mapToObj(number -> form.formatted(number, html))
        .collect(Collectors.joining(between));
  }

  private static String newsMlG2() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:coastal:1" version="3" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
      <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="coastal"/><versionCreated>2026-11-22T09:30:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
      <contentMeta><urgency>4</urgency><headline>Harbour reopens after pilots agree</headline><by>Ida Holm</by><subject type="cpnat:abstract" qcode="medtop:20000587"><name>employment relations</name></subject></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Harbour</title></head><body>%s</body></html></inlineXML></contentSet>
    </newsItem>
    """
        .formatted(html());
  }

  private static String newsMl1() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20261122T093000Z</DateAndTime></NewsEnvelope>
      <NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>coastal.example</ProviderId><DateId>20261122</DateId><NewsItemId>harbour-1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:coastal.example:20261122:harbour-1:1</PublicIdentifier></NewsIdentifier></Identification>
        <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261122T093000Z</FirstCreated><ThisRevisionCreated>20261122T093000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
        <NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Harbour reopens after pilots agree</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
          <ContentItem><DataContent>%s</DataContent></ContentItem></NewsComponent>
      </NewsItem></NewsML>
    """
        .formatted(html());
  }

  private static String nitf() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf><head><docdata><doc-id id-string="harbour-1" regsrc="coastal"/><urgency ed-urg="4"/><date.issue norm="20261122T093000Z"/></docdata></head>
    <body><body.head><hedline><hl1>Harbour reopens after pilots agree</hl1></hedline></body.head><body.content>%s</body.content></body></nitf>
    """
        .formatted(body(PARAGRAPHS, text -> "<p>" + text + "</p>"));
  }

  private static String ninjs() {
    return """
    {"uri": "urn:coastal:1", "standard": {"name": "ninjs", "version": "3.1"}, "type": "text", "version": "3", "versionCreated": "2026-11-22T09:30:00Z", "pubStatus": "usable", "language": "en", "urgency": 4,
     "headlines": [{"role": "main", "value": "Harbour reopens after pilots agree"}], "bodies": [{"role": "main", "contentType": "text/html", "value": "%s"}],
     "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000587", "name": "employment relations"}]}
    """
        .formatted(inJson(html()));
  }

  private static String apMedia() {
    var nitf = inJson(nitf().replaceFirst("<\\?xml[^>]*>\\s*", ""));
    return """
    {"api_version": "2.1", "data": {"item": {"altids": {"itemid": "harbour1", "etag": "harbour1_3"}, "version": 3, "type": "text", "language": "en", "pubstatus": "usable", "signals": ["newscontent"], "versioncreated": "2026-11-22T09:30:00Z", "headline": "Harbour reopens after pilots agree",
     "renditions": {"nitf": {"title": "text", "content": "%s"}}}}}
    """
        .formatted(nitf);
  }

  private static String digitalwires() {
    return """
    {"urn": "urn:newsml:coastal.example:20261122:harbour-1", "entry_id": "e1", "version": 3, "version_created": "2026-11-22T09:30:00Z", "updated": "2026-11-22T09:30:00Z", "pubstatus": "usable", "language": "en", "headline": "Harbour reopens after pilots agree", "article_html": "<section class=\\"main\\">%s</section>", "categories": []}
    """
        .formatted(inJson(html()));
  }

  private static String jsonFeed() {
    var items =
        entries(
            "{\"id\": \"harbour-%1$d\", \"title\": \"Harbour story %1$d\", \"date_published\": \"2026-11-22T09:30:00Z\", \"content_html\": \"%2$s\"}",
            Wires::inJson, ", ");
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Coastal\", \"language\": \"en\", \"items\": ["
        + items
        + "]}";
  }

  private static String rss() {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Coastal</title><link>https://coastal.example/</link><description>News</description><language>en</language>"
        + entries(
            "<item><title>Harbour story %1$d</title><guid>harbour-%1$d</guid><link>https://coastal.example/%1$d</link><pubDate>Sun, 22 Nov 2026 09:30:00 GMT</pubDate><description>%2$s</description></item>",
            Wires::inXml, "\n")
        + "</channel></rss>";
  }

  private static String atom() {
    return "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Coastal</title><id>urn:coastal</id><updated>2026-11-22T09:30:00Z</updated>"
        + entries(
            "<entry><title>Harbour story %1$d</title><id>urn:coastal:%1$d</id><updated>2026-11-22T09:30:00Z</updated><content type=\"html\">%2$s</content></entry>",
            Wires::inXml, "\n")
        + "</feed>";
  }

  private static String iptc7901() {
    return "\u0001cst0123 4 pl 620 coa 0123\r\nHarbour/Strike/\r\n\u0002Harbour reopens after pilots agree =\r\n\r\n"
        + body(PARAGRAPHS, text -> "   " + wrapped(text)).replace("\n", "\r\n")
        + "\r\n\u0003220930 Nov 26\r\n";
  }

  private static String anpa1312() {
    return "\u0016\u0016\u0001a0123\u001fcoast---\r\nr i \u0013BC-Harbour-Strike 11-22 0620\r\n\u0002^Harbour reopens after pilots agree<\r\n^By IDA HOLM=\r\n"
        + body(PARAGRAPHS, text -> "\t" + wrapped(text)).replace("\n", "\r\n")
        + "\r\n\u0003AP-WF-11-22-26 0930GMT\r\n";
  }

  private static String wrapped(String text) {
    return text.replaceAll("(.{1,68}) ", "$1\n");
  }

  private static String email() {
    var lines =
        List.of(
            "Message-ID: <harbour-1@coastal.example>",
            "Date: Sun, 22 Nov 2026 09:30:00 +0000",
            "From: Coastal desk <desk@coastal.example>",
            "To: wires@newsroom.example",
            "Subject: Harbour reopens after pilots agree",
            "MIME-Version: 1.0",
            "Content-Type: text/html; charset=utf-8",
            "Content-Language: en",
            "");
    return String.join("\r\n", lines) + "\r\n" + html().replace("\n", "\r\n") + "\r\n";
  }
}
