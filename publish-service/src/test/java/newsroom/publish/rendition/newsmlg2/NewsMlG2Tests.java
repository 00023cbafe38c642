package newsroom.publish.rendition.newsmlg2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.XmlRenditionContract;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.Test;

class NewsMlG2Tests extends XmlRenditionContract {

  @Override
  protected Rendition rendition() {
    return new NewsMlG2();
  }

  @Override
  protected void judge(byte[] file) {
    judgeBy("iptc-newsml-g2__specification-NewsML-G2_2.35-spec-All-Power.xsd", file);
  }

  @Override
  protected boolean hasNotes() {
    return true;
  }

  private static String attribute(byte[] file, String element, String attribute) {
    return document(file)
        .getElementsByTagNameNS("*", element)
        .item(0)
        .getAttributes()
        .getNamedItem(attribute)
        .getNodeValue();
  }

  @Test
  void aCorrectionIsSignalledAsOne() {
    var file = rendition().show(WHOLE);

    assertThat(attribute(file, "signal", "qcode")).isEqualTo("sig:correction");
    assertThat(attribute(file, "edNote", "role")).isEqualTo("nrnote:correction");
    assertThat(attribute(file, "newsItem", "version")).isEqualTo("3");
    assertThat(attribute(file, "pubStatus", "qcode")).isEqualTo("stat:usable");
  }

  @Test
  void aKillCancelsAllVersions() {
    var file = rendition().takeDown(removal(true));

    assertThat(attribute(file, "pubStatus", "qcode")).isEqualTo("stat:canceled");
    assertThat(document(file).getElementsByTagNameNS("*", "contentSet").getLength()).isZero();
  }

  @Test
  void thePlaceOfADatelineIsAPlaceAndItsCodeTheCountrys() {
    // Given
    var paris = new Concept("iso3166-1a2:FR", "Paris", "in-country");
    var page = Fiction.page();
    var told = page.story();
    var about = told.subjects();
    var story =
        new Story(
            told.uri(),
            told.mark(),
            told.lifecycle(),
            told.headlines(),
            new Story.Subjects(
                paris, about.subjects(), List.of(), List.of(), List.of(), about.keywords()),
            told.rights(),
            told.pictures(),
            told.leadPicture(),
            told.body(),
            told.related(),
            told.origin());
    var edition =
        new Edition(
            new Page(story, page.address(), page.section(), page.posted(), null, List.of()),
            Fiction.SITE);

    // When
    var file = rendition().show(edition);

    // Then
    judge(file);
    assertThat(attribute(file, "located", "literal")).isEqualTo("Paris");
    assertThat(attribute(file, "broader", "qcode")).isEqualTo("iso3166-1a2:FR");
  }
}
