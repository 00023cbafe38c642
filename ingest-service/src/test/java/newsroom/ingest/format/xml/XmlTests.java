package newsroom.ingest.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTests {

  private final Xml xml = new Xml(FormatLimits.usual());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>a&nbsp;b &eacute;</p>                                      | a\u00A0b é",
        "<p>Fish & chips &unknown; &copy=2</p>                          | Fish & chips &unknown; &copy=2",
        "<p>&#150;&#x96;&#0;&#31;&#xD800;&#x1F600;</p>                  | ––😀",
        "<!DOCTYPE p [<!ENTITY co 'Coastal > Wire'>]><p>&co;</p>        | Coastal > Wire",
        "<p><![CDATA[a &nbsp; <b>]]></p>                                | a &nbsp; <b>",
        "<?xml version='1.1' encoding='x'?><!-- -- --><p>a<?b c?>b</p>  | ab",
        "<x:p>undeclared</x:p>                                          | undeclared",
        "<p>&amp;lt; &lt;b&gt;</p>                                      | &lt; <b>"
      })
  void readsWhatAgenciesWrite(String text, String words) throws Unreadable {
    assertThat(xml.read(text).wholeText()).isEqualTo(words);
  }

  @Test
  void knowsElementsByLocalNameAndNamespace() throws Unreadable {
    // When
    var root = xml.read("<a xmlns='urn:x' xmlns:m=' urn:y '><m:b/><dc:c/><d xmlns=''/></a>");

    // Then
    assertThat(root.tag().namespace()).isEqualTo("urn:x");
    assertThat(root.children()).extracting(Tree::name).containsExactly("b", "c", "d");
    assertThat(root.children())
        .extracting(child -> child.tag().namespace())
        .containsExactly("urn:y", "http://purl.org/dc/elements/1.1/", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><p>&x;</p> | entity 'x'",
        "<!DOCTYPE p [<!ENTITY x '<b>bold</b>'>]><p>&x;</p>             | entity 'x'",
        "<!DOCTYPE p [<!ENTITY x '&y;&y;'>]><p>&x;</p>                  | entity 'x'",
        "<!DOCTYPE p [                                                  | cut off",
        "<p><b>text</p>                                                 | near line 1",
        "<p>text                                                        | cut off"
      })
  void refusesWhatItWouldHaveToFetchOrGuess(String text, String word) {
    assertThatThrownBy(() -> xml.read(text))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(word);
  }

  @Test
  void refusesEntitiesThatAddUp() {
    // Given
    var doctype = "<!DOCTYPE p [<!ENTITY x '" + "y".repeat(1_000) + "'>]>";

    // Then
    assertThatThrownBy(() -> xml.read(doctype + "<p>" + "&x;".repeat(10_000) + "</p>"))
        .hasMessageContaining("grow");
  }

  @Test
  void refusesDepth() {
    assertThatThrownBy(() -> xml.read("<p>".repeat(100_000)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("deeper than 200");
  }
}
