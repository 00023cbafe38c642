package newsroom.schema.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.Published;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/// Turns one kind of event into bytes and back. Safe for use by many threads.
///
/// The encoding is the single-object encoding of the Avro specification: `C3 01`, the CRC-64-AVRO
/// fingerprint of the writer's schema (8 bytes, little-endian), the record in binary.
///
/// A class that builds events keeps its codec in a static field: only once this class is loaded
/// does Avro trust the generated classes, and their builders need that already.
///
/// @param <E> the generated class of the event
public final class EventCodec<E extends SpecificRecord> {

  static {
    TrustedEvents.trust();
  }

  public static final EventCodec<Drafted> DRAFTED = new EventCodec<>(Drafted.getClassSchema());
  public static final EventCodec<Enriched> ENRICHED = new EventCodec<>(Enriched.getClassSchema());
  public static final EventCodec<Published> PUBLISHED =
      new EventCodec<>(Published.getClassSchema());

  private final BinaryMessageEncoder<E> encoder;
  private final BinaryMessageDecoder<E> decoder;
  private final String name;

  private EventCodec(Schema schema) {
    var model = SpecificData.getForSchema(schema);
    this.name = schema.getName();
    this.encoder = new BinaryMessageEncoder<>(model, schema);
    this.decoder = new BinaryMessageDecoder<>(model, schema);
    ReleasedSchemas.of(name).forEach(decoder::addSchema);
  }

  /// The event as bytes that belong to the caller.
  public byte[] encode(E event) {
    try {
      var bytes = encoder.encode(event);
      var exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode " + name, e);
    }
  }

  /// The event that these bytes are.
  ///
  /// @throws UnknownSchema when they are none, are cut short, or a newer build wrote them
  public E decode(byte[] bytes) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes));
    } catch (MissingSchemaException e) {
      throw new UnknownSchema(
          name
              + " was written with a schema that this build does not know: upgrade this service first",
          e);
    } catch (IOException | RuntimeException e) {
      throw new UnknownSchema(
          "these " + bytes.length + " bytes are no " + name + " event: " + e.getMessage(), e);
    }
  }
}
