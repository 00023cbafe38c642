package newsroom.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDateTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
        "Thu, 01 Jan 04 19:48:21 +0200 | 2004-01-01T17:48:21Z",
        "Thu, 01 Jan 104 19:48:21 +0200 | 2004-01-01T17:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 +02:00 | 2004-01-01T17:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 GMT+0200 | 2004-01-01T17:48:21Z",
        "Thu, 1 January 2004 19:48 | 2004-01-01T19:48:00Z",
        "Monday, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
        "Thu,01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
        "01 Jan 98 19:48:21 EST | 1998-01-02T00:48:21Z",
        "01 Jan 2004 19:48:21 A | 2004-01-01T20:48:21Z",
        "01 Jan 2004 19:48:21 N | 2004-01-01T18:48:21Z",
        "01 Jan 2004 19:48:21 Z | 2004-01-01T19:48:21Z",
        "01 Jan 2004 19:48:21 Europe/Oslo | 2004-01-01T18:48:21Z",
        "01 Jul 2004 19:48:21 MESZ | 2004-07-01T17:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 -0500 (EST) | 2004-01-02T00:48:21Z",
        "Thu Jan 1 19:48:21 2004 | 2004-01-01T19:48:21Z",
        "Thu Jan  1 19:48:21 EST 2004 | 2004-01-02T00:48:21Z",
        "Jan 1, 2004 7:48 PM | 2004-01-01T19:48:00Z",
        "January 1st, 2004 at 7:48 p.m. EST | 2004-01-02T00:48:00Z",
        "Thursday, 1-Jan-2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
        "Wed, 31 Dec 2003 24:00:00 GMT | 2004-01-01T00:00:00Z",
        "Wed, 31 Dec 2003 23:59:60 GMT | 2004-01-01T00:00:00Z",
        "2003-12-31T24:00:00Z | 2004-01-01T00:00:00Z",
        "2004-01-01T19:48:21.250+01:00 | 2004-01-01T18:48:21.250Z",
        "2004-01-01 19:48:21 | 2004-01-01T19:48:21Z",
        "2004-1-1T9:48Z | 2004-01-01T09:48:00Z",
        "2004/01/01 19:48 | 2004-01-01T19:48:00Z",
        "20040101 | 2004-01-01T00:00:00Z",
        "20040101194821 | 2004-01-01T19:48:21Z",
        "2004-01 | 2004-01-01T00:00:00Z",
        "2004 | 2004-01-01T00:00:00Z",
        "2004-032 | 2004-02-01T00:00:00Z",
        "1072986501 | 2004-01-01T19:48:21Z",
        "Do., 1. Januar 2004 19:48:21 +0100 | 2004-01-01T18:48:21Z",
        "01.01.2004 19:48 | 2004-01-01T19:48:00Z",
        "jeu, 01 févr. 2004 19:48:21 +0100 | 2004-02-01T18:48:21Z",
        "lun, 03 ago 2004 19:48:21 +0200 | 2004-08-03T17:48:21Z",
        "1 de enero de 2004 19:48 | 2004-01-01T19:48:00Z",
        "Κυρ, 11 Ιούλ 2004 12:00:00 EST | 2004-07-11T17:00:00Z",
        "Πέμ, 01 Ιαν 2004 19:48:21 +0200 | 2004-01-01T17:48:21Z",
        "2004-július-13T9:15-05:00 | 2004-07-13T14:15:00Z",
        "чт, 01 янв 2004 19:48:21 +0300 | 2004-01-01T16:48:21Z",
        "2004년 05월 28일 13:31:20 | 2004-05-28T13:31:20Z",
        "2004-05-28 오후 11:23:17 | 2004-05-28T23:23:17Z",
        "2004年5月28日 13:31 | 2004-05-28T13:31:00Z",
        "yesterday |",
        "Thu, 45 Jan 2004 19:48:21 GMT |",
        "Thu, 01 Jan 2004 29:48:21 GMT |",
        "Mon, 30 Nov -0001 00:00:00 +0000 |",
        "0000-00-00 00:00:00 |",
        "05/06/2004 |"
      })
  void readsDatesAsFeedsWriteThem(String written, Instant instant) {
    assertThat(FeedDate.parse(written, ZoneOffset.UTC)).isEqualTo(instant);
  }

  @Test
  void aDateWithoutAZoneIsOfTheAgencysZone() {
    // Given
    var oslo = ZoneId.of("Europe/Oslo");

    // Then
    assertThat(FeedDate.parse("Thu, 01 Jul 2004 19:48:21", oslo))
        .isEqualTo(Instant.parse("2004-07-01T17:48:21Z"));
    assertThat(FeedDate.parse("2004-07-01", oslo)).isEqualTo(Instant.parse("2004-06-30T22:00:00Z"));
    assertThat(FeedDate.parse("Thu, 01 Jul 2004 19:48:21 GMT", oslo))
        .isEqualTo(Instant.parse("2004-07-01T19:48:21Z"));
  }
}
