package newsroom.schema.codec;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.INCOMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.Published;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The promise of `articles.avdl`: an event once written can be read for ever, and one release may
// run beside the next.
class ReleasedSchemasTests {

  static Stream<Schema> current() {
    return Stream.of(
        Drafted.getClassSchema(), Enriched.getClassSchema(), Published.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("current")
  void everyReleasedSchemaCanStillBeRead(Schema current) {
    assertThat(ReleasedSchemas.of(current.getName()))
        .isNotEmpty()
        .allSatisfy(released -> assertThat(reads(current, released)).isEqualTo(COMPATIBLE));
  }

  @ParameterizedTest
  @MethodSource("current")
  void aReaderOfTheLastReleaseReadsWhatThisBuildWrites(Schema current) {
    assertThat(reads(ReleasedSchemas.of(current.getName()).getLast(), current))
        .isEqualTo(COMPATIBLE);
  }

  @ParameterizedTest
  @MethodSource("current")
  void aChangedSchemaIsReleasedWithItsChange(Schema current) {
    var last = ReleasedSchemas.of(current.getName()).getLast();

    assertThat(SchemaNormalization.parsingFingerprint64(last))
        .as(
            "%s differs from its last release: add it to newsroom/schema/released as a new file and to index.txt",
            current.getName())
        .isEqualTo(SchemaNormalization.parsingFingerprint64(current));
  }

  @Test
  void theGuardSeesAFieldThatWasAddedWithoutADefault() {
    // Given
    var before = SchemaBuilder.record("E").fields().requiredString("uri").endRecord();
    var after =
        SchemaBuilder.record("E").fields().requiredString("uri").requiredLong("n").endRecord();

    // Then
    assertThat(reads(after, before)).isEqualTo(INCOMPATIBLE);
    assertThat(reads(before, after)).isEqualTo(COMPATIBLE);
  }

  private static Object reads(Schema reader, Schema writer) {
    return checkReaderWriterCompatibility(reader, writer).getType();
  }
}
