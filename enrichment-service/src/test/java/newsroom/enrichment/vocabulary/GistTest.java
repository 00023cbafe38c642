package newsroom.enrichment.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import newsroom.enrichment.story.Block;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class GistTest {

  private static final Language ENGLISH = new Language("en");
  private static final Story DAM =
      story("Crack found in Torrevale dam", "Engineers lowered the gates of the dam.");
  private static final Story VALLEY =
      story("Valley emptied below Torrevale dam", "Engineers sent buses to the valley.");
  private static final Story CHOIR = story("Choir wins prize", "Nine singers went home happy.");

  @Test
  void aStoryIsLikeItself() throws IOException {
    var gist = gist(DAM, young());

    assertThat(gist.likeness(gist.toBytes()).text()).isCloseTo(1, within(0.001));
    assertThat(gist.likeness(gist.toBytes()).headline()).isCloseTo(1, within(0.001));
  }

  @Test
  void storiesWithoutACommonWordAreNotAlike() throws IOException {
    var likeness = gist(DAM, young()).likeness(gist(CHOIR, young()).toBytes());

    assertThat(likeness).isEqualTo(Gist.Likeness.NONE);
  }

  @Test
  void storiesOfOneSubjectAreAlikeInTextAndHeadline() throws IOException {
    var likeness = gist(DAM, young()).likeness(gist(VALLEY, young()).toBytes());

    assertThat(likeness.text()).isBetween(0.2, 0.8);
    assertThat(likeness.headline()).isBetween(0.2, 0.8);
  }

  @Test
  void whatWasWrittenInAYoungArchiveIsStillComparedRightInAGrownOne() throws IOException {
    // Given
    var grown = grown();
    var writtenLong = gist(VALLEY, young()).toBytes();
    var writtenNow = gist(VALLEY, grown).toBytes();

    // When
    var gist = gist(DAM, grown);

    // Then
    assertThat(gist.likeness(writtenLong).text())
        .isCloseTo(gist.likeness(writtenNow).text(), within(0.1));
  }

  @Test
  void oneStateOfTheArchiveGivesOneAnswerWhateverWasAskedBefore() throws IOException {
    assertThat(gist(DAM, grown()).toBytes()).isEqualTo(gist(DAM, grown()).toBytes());
  }

  private static Gist gist(Story story, Rarity rarity) throws IOException {
    return Gist.of(rarity.weigh(Words.of(story)));
  }

  private static Rarity young() throws IOException {
    return new Rarities().in(ENGLISH, new MultiReader());
  }

  private static Rarity grown() throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(Language.ofFields()))) {
      for (int i = 0; i < 500; i++) {
        var document = new Document();
        var text = (i % 50 == 0 ? "Torrevale " : "") + "engineers wrote letter " + i;
        document.add(new TextField(ENGLISH.all(), text, Field.Store.NO));
        writer.addDocument(document);
      }
    }
    return new Rarities().in(ENGLISH, DirectoryReader.open(directory));
  }

  private static Story story(String headline, String text) {
    return new Story(
        headline,
        new Mark(1, Instant.EPOCH, 0),
        "en",
        new Story.Heading(headline, ""),
        List.of(new Block(Block.Kind.PARAGRAPH, text)),
        "",
        Instant.EPOCH);
  }
}
