package newsroom.ingest.format.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.FormatContract;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class EmailTests extends FormatContract {

  private static final String HEADER =
      """
      Received: from mail.coastal.example by mx.newsroom.example; Sun, 22 Nov 2026 10:00:01 +0000
      Message-ID: <20261122.0900.4711@coastal.example>
      Date: Sun, 22 Nov 2026 10:30:00 +0100 (CET)
      From: "Holm, Ann" <ann@coastal.example>, bo@coastal.example (Bo Lund)
      To: wires@newsroom.example
      Subject: =?utf-8?Q?F=C3=A4hre?= =?utf-8?B?IGbDpGhydA==?= wieder
      Organization: Coastal Press
      Keywords: harbour, ferries
      Comments: Pictures follow at noon.
      Importance: High
      Content-Language: de-DE
      MIME-Version: 1.0
      """;

  @Override
  protected Format format() {
    return new Email(
        new StaticListableBeanFactory().getBeanProvider(Formats.class), FormatLimits.usual());
  }

  @Override
  protected String wire(String headline, String body) {
    return """
    From: Ann Holm <ann@coastal.example>
    Date: Sun, 22 Nov 2026 10:30:00 +0100
    Message-ID: <4711@coastal.example>
    Subject: %s
    Content-Type: multipart/alternative; boundary="b42"

    --b42
    Content-Type: text/plain; charset=utf-8

    plain
    --b42
    Content-Type: text/html; charset=utf-8

    <html><body>%s</body></html>
    --b42--
    """
        .formatted(headline, body);
  }

  @Test
  void readsTheHeader() throws Unreadable {
    // When
    var copy = onlyCopyIn(HEADER + "\nDie Fähre fährt.\n");

    // Then
    assertThat(copy.guid()).isEqualTo("20261122.0900.4711@coastal.example");
    assertThat(copy.headlines())
        .isEqualTo(
            new Copy.Headlines(
                "Fähre fährt wieder", null, null, "Holm, Ann; Bo Lund", null, null, "de-DE"));
    assertThat(copy.lifecycle().versionCreated()).isEqualTo("2026-11-22T09:30:00Z");
    assertThat(copy.lifecycle().edNote()).isEqualTo("Pictures follow at noon.");
    assertThat(copy.rights().creditline()).isEqualTo("Coastal Press");
    assertThat(copy.subjects().keywords()).containsExactly("harbour", "ferries");
    assertThat(copy.handling().signals()).containsExactly("importance:high");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Die Fähre fährt."));
  }

  @Test
  void saysWhatItSupersedes() throws Unreadable {
    // When
    var copy = onlyCopyIn("Supersedes: <1@a.example>\n" + HEADER + "\nDie Fähre fährt.\n");

    // Then
    assertThat(copy.handling().replaces()).containsExactly("1@a.example");
    assertThat(copy.lifecycle().change()).isEqualTo(Copy.Change.UPDATE);
  }

  @Test
  void decodesTransferEncodingsAndVerifiesCharsets() throws Unreadable {
    // Given
    var latin = "Die Fähre fährt.".getBytes(StandardCharsets.ISO_8859_1);
    var utf8 = "Die Fähre fährt.".getBytes(StandardCharsets.UTF_8);
    var bodies =
        List.of(
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nDie F=E4hre =\nf=E4hrt.\n",
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(latin)
                + "\n",
            // the charset is wrong
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(utf8)
                + "\n",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(latin)
                + "\n",
            "Content-Type: text/plain; charset=x-none-such\n\nDie Fähre fährt.\n",
            "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder()
                    .encodeToString(
                        "<html><meta charset='iso-8859-1'><p>Die Fähre fährt."
                            .getBytes(StandardCharsets.ISO_8859_1))
                + "\n");

    // Then
    for (var body : bodies) {
      assertThat(onlyCopyIn(HEADER + body).body())
          .as(body)
          .containsExactly(new Block.Paragraph("Die Fähre fährt."));
    }
  }

  @Test
  void decodesWhatMailersPutIntoFields() {
    // Given
    var utf8 = new String("Fähre’s".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    var fields =
        Map.of(
            "plain",
            "plain",
            "=?iso-8859-1?q?F=E4hre?=",
            "Fähre",
            "=?utf-8?B?RsOk?= =?utf-8?B?aHJl?=",
            "Fähre",
            // a character in two words
            "=?utf-8?B?RsM=?= =?utf-8?B?pGhyZQ==?=",
            "Fähre",
            "=?utf-8*de?Q?F=C3=A4hre?= x",
            "Fähre x",
            utf8,
            "Fähre’s",
            "=?windows-1252?Q?" + utf8 + "_sails?=",
            "Fähre’s sails",
            "=?utf-8?Q?broken",
            "=?utf-8?Q?broken",
            "=?utf-8?Q?a=ZZ?=",
            "a=ZZ",
            "a =?x?= b",
            "a =?x?= b");

    // Then
    fields.forEach((raw, text) -> assertThat(EncodedWords.decoded(raw)).isEqualTo(text));
  }

  @Test
  void joinsFlowedLines() {
    assertThat(Flowed.joined("Ships are \nback.\n\n > quoted\n>> a \n>> b\n-- \nAnn", false))
        .isEqualTo("Ships are back.\n\n> quoted\n>> a b\n-- \nAnn");
    assertThat(Flowed.joined("Har \nbour", true)).isEqualTo("Harbour");
  }

  @Test
  void readsPlainTextWhereTheHtmlIsEmpty() throws Unreadable {
    assertThat(copyOf("Harbour reopens", "<p> </p>").body())
        .containsExactly(new Block.Paragraph("plain"));
  }

  @Test
  void readsAttachedWiresInsteadOfTheCover() throws Unreadable {
    // When
    var readings =
        AllFormats.formats()
            .read(
                AllFormats.wire(
                    HEADER
                        + """
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain

                        Here is the story.
                        --b
                        Content-Type: application/octet-stream; name="story.xml"
                        Content-Disposition: attachment; filename="story.xml"
                        Content-Transfer-Encoding: base64

                        %s
                        --b
                        Content-Type: application/xml; name="broken.xml"
                        Content-Disposition: attachment

                        <nitf><body>
                        --b
                        Content-Type: application/pdf

                        %%PDF-1.7
                        --b--
                        """
                            .formatted(
                                Base64.getEncoder()
                                    .encodeToString(
                                        "<nitf><body><body.head><hedline><hl1>Harbour</hl1></hedline></body.head></body></nitf>"
                                            .getBytes(StandardCharsets.UTF_8)))));

    // Then
    assertThat(readings).hasSize(2);
    assertThat(((Reading.Read) readings.getFirst()).copy().format()).isEqualTo("nitf");
    assertThat(readings.getLast())
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("the attachment 'broken.xml': "));
  }

  @Test
  void readsEachMailOfADigest() throws Unreadable {
    // Given
    var digest =
        HEADER
            + """
            Content-Type: multipart/digest; boundary=b

            --b

            From: a@coastal.example
            Message-ID: <1@coastal.example>
            Subject: One

            First.
            --b

            From: a@coastal.example
            Message-ID: <2@coastal.example>
            Subject: Two

            Second.
            --b--
            """;

    // Then
    assertThat(AllFormats.formats().read(AllFormats.wire(digest)))
        .extracting(reading -> ((Reading.Read) reading).copy().guid())
        .containsExactly("1@coastal.example", "2@coastal.example");
  }

  @Test
  void readsAForwardedMail() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(
            HEADER
                + """
                Content-Type: message/rfc822

                From: a@coastal.example
                Message-ID: <1@coastal.example>
                Subject: One

                First.
                """);

    // Then
    assertThat(copy.guid()).isEqualTo("1@coastal.example");
  }

  @Test
  void readsTheAnswersOfAForm() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(
            HEADER
                + """
                Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes

                {"Headline": ["Harbour reopens"], "Slugline": ["Harbour"], "Abstract": [""], "Urge \nncy": "2",
                 "Category": ["Shipping"], "Embargo": ["tonight"], "Body": ["Ships are back."]}
                """);

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.headlines().slugline()).isEqualTo("Harbour");
    assertThat(copy.subjects().subjects())
        .containsExactly(new Concept(null, "Shipping", "category"));
    assertThat(copy.lifecycle().status()).isEqualTo(Copy.Status.WITHHELD);
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships are back."));
  }

  @Test
  void showsOnlyPicturesThatHaveAnAddress() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(
            HEADER
                + """
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html

                <p>Ships.</p><img src="cid:1@a.example"><img src="https://pictures.example/a.jpg">
                --b
                Content-Type: image/jpeg
                Content-Location: https://pictures.example/b.jpg
                Content-Description: A ship
                Content-Transfer-Encoding: base64

                AAAA
                --b
                Content-Type: image/png

                x
                --b--
                """);

    // Then
    assertThat(copy.pictures())
        .extracting(picture -> picture.renditions().getFirst().href())
        .containsExactly("https://pictures.example/a.jpg", "https://pictures.example/b.jpg");
  }

  @Test
  void refusesWhatIsNoStoryWithASentence() {
    var mails =
        Map.of(
            HEADER + "Auto-Submitted: auto-replied\n\nI am away.\n",
            "this mail is an automatic reply and no story",
            HEADER + "\n\n",
            "the mail 'Fähre fährt wieder' has no text",
            HEADER + "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n",
            "this mail is encrypted",
            HEADER + "Content-Type: multipart/report; boundary=b\n\n--b\n\nx\n--b--\n",
            "this mail reports on the delivery of another one and is no story",
            HEADER + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n",
            "this mail is cut off: its last part has no end");
    mails.forEach(
        (mail, reason) ->
            assertThatThrownBy(() -> AllFormats.formats().read(AllFormats.wire(mail)))
                .isInstanceOf(Unreadable.class)
                .hasMessage(reason));
  }

  @Test
  void endsAtOnceWithWhatIsTooMuch() {
    // Given
    var deep = new StringBuilder(HEADER);
    for (var i = 0; i < 10_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(i));
    }
    var bombs =
        List.of(
            deep + "\n--b0--\n",
            HEADER + "X: y\n".repeat(100_000) + "\nx\n",
            HEADER + "X: " + "y".repeat(5_000_000) + "\n\nx\n",
            HEADER
                + "Content-Type: multipart/mixed; boundary=b\n"
                + "\n--b\n\nx".repeat(100_000)
                + "\n--b--\n",
            HEADER + "Content-Type: message/rfc822\n\n".repeat(10_000) + "x",
            HEADER + "\n" + "x\n".repeat(5_000_000));

    // Then
    for (var bomb : bombs) {
      var start = System.nanoTime();
      assertThatThrownBy(() -> AllFormats.formats().read(AllFormats.wire(bomb)))
          .isInstanceOf(Unreadable.class)
          .message()
          .isNotBlank();
      assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
  }

  @Test
  void readsTheDatesOfMailers() {
    // Given
    var oslo = ZoneId.of("Europe/Oslo");
    var dates =
        Map.of(
            "Sun, 22 Nov 2026 10:30:00 +0100", "2026-11-22T09:30:00Z",
            "22 Nov 26 10:30 EST", "2026-11-22T15:30:00Z",
            "Sun, 22 Nov 2026 10:30:00 GMT", "2026-11-22T10:30:00Z",
            "Sun, 22 Nov 2026 10:30:60 -0000 (UTC)", "2026-11-22T10:30:59Z",
            "22 Nov 2026 10:30", "2026-11-22T09:30:00Z",
            "2026-11-22T10:30:00Z", "2026-11-22T10:30:00Z");

    // Then
    dates.forEach(
        (date, instant) ->
            assertThat(MailDate.parse(date, oslo)).as(date).isEqualTo(Instant.parse(instant)));
    for (var none : List.of("yesterday", "32 Nov 2026 10:30:00 +0000", "22 Foo 2026 10:30 GMT")) {
      assertThat(MailDate.parse(none, oslo)).as(none).isNull();
    }
  }
}
