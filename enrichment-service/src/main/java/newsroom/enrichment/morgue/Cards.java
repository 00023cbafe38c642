package newsroom.enrichment.morgue;

import java.io.IOException;
import newsroom.enrichment.story.Story;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/// Cards as the index keeps them, beside the other facts of a story: a stored field would be
/// unpacked with all that lies around it, for each story that is looked at.
final class Cards {

  private static final byte OWN = 0;
  private static final byte OF_ARCHIVE = 1;

  private Cards() {}

  static BytesRef toBytes(Story story) {
    var bytes = new ByteBuffersDataOutput();
    var archive = story.archive();
    bytes.writeByte(archive == null ? OWN : OF_ARCHIVE);
    bytes.writeString(story.uri());
    bytes.writeString(story.headline());
    if (archive != null) {
      bytes.writeString(archive);
    }
    return new BytesRef(bytes.toArrayCopy());
  }

  static Holdings.Card of(BytesRef card) throws IOException {
    var bytes = new ByteArrayDataInput(card.bytes, card.offset, card.length);
    boolean own = bytes.readByte() == OWN;
    return new Holdings.Card(
        bytes.readString(), bytes.readString(), own ? null : bytes.readString());
  }
}
