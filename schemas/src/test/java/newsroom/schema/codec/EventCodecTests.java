package newsroom.schema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventCodecTests {

  @Test
  void everyEventComesBackAsItWent() {
    assertThat(again(EventCodec.DRAFTED, Events.drafted())).isEqualTo(Events.drafted().toString());
    assertThat(again(EventCodec.ENRICHED, Events.enriched()))
        .isEqualTo(Events.enriched().toString());
    assertThat(again(EventCodec.PUBLISHED, Events.published()))
        .isEqualTo(Events.published().toString());
  }

  // Utf8 and String are the same text and not equal, so events are compared as JSON
  private static <E extends org.apache.avro.specific.SpecificRecord> String again(
      EventCodec<E> codec, E event) {
    return codec.decode(codec.encode(event)).toString();
  }

  @Test
  void bytesBeginWithTheMarkerOfTheSingleObjectEncoding() {
    // When
    var bytes = EventCodec.DRAFTED.encode(Events.drafted());

    // Then
    assertThat(bytes).startsWith(0xC3, 0x01);
  }

  @Test
  void encodedBytesBelongToTheCaller() {
    // Given
    var first = EventCodec.DRAFTED.encode(Events.drafted());
    var before = first.clone();

    // When
    EventCodec.DRAFTED.encode(Events.drafted());

    // Then
    assertThat(first).isEqualTo(before);
  }

  @Test
  void bytesCutShortAreRefusedWithASentence() {
    // Given
    var whole = EventCodec.ENRICHED.encode(Events.enriched());
    var cut = Arrays.copyOf(whole, whole.length / 2);

    // Then
    assertThatThrownBy(() -> EventCodec.ENRICHED.decode(cut))
        .isInstanceOf(UnknownSchema.class)
        .hasMessageContaining("no Enriched event");
  }

  @Test
  void anEventOfANewerBuildIsToldFromRubbish() {
    // Given
    var newer = EventCodec.PUBLISHED.encode(Events.published());
    newer[5] ^= 0x55;

    // Then
    assertThatThrownBy(() -> EventCodec.PUBLISHED.decode(newer))
        .isInstanceOf(UnknownSchema.class)
        .hasMessageContaining("upgrade this service first");
    assertThatThrownBy(() -> EventCodec.PUBLISHED.decode("rubbish".getBytes(UTF_8)))
        .isInstanceOf(UnknownSchema.class)
        .hasMessageContaining("no Published event");
    assertThatThrownBy(() -> EventCodec.PUBLISHED.decode(new byte[0]))
        .isInstanceOf(UnknownSchema.class);
  }
}
