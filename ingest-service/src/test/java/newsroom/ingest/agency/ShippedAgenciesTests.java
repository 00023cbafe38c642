package newsroom.ingest.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedAgenciesTests {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "stt, Europe/Helsinki",
    "stt-lehtikuva, Europe/Helsinki",
    "scoop, Pacific/Auckland",
    "ritzau, Europe/Copenhagen",
    "ats, Europe/Zurich",
    "keystone-sda, Europe/Zurich",
    "kyodo, Asia/Tokyo",
    "ap, America/New_York",
    "pa, Europe/London",
    "dpa, Europe/Berlin",
  })
  void datesWithoutOffsetAreOfTheAgencysPlace(String agency, String zone) {
    assertThat(new Agencies().of(agency).zone()).hasToString(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reuters", "reuters-opta", "scoop"})
  void theEmptyEmbargoOfSomeIsNone(String agency) {
    assertThat(new Agencies().of(agency).emptyEmbargo()).isEqualTo(EmptyEmbargo.IGNORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ap", "dpa", "pa", "stt", "nobody"})
  void theEmptyEmbargoOfAllOthersHolds(String agency) {
    assertThat(new Agencies().of(agency).emptyEmbargo()).isEqualTo(EmptyEmbargo.HOLD);
  }

  @Test
  void ofAnAgencyWithoutProfileNothingIsKnownButTheStandards() {
    // When
    var nobody = new Agencies().of("nobody");

    // Then
    assertThat(nobody.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(nobody.language()).isNull();
    assertThat(nobody.meanings().headlines()).isEmpty();
    assertThat(nobody.meanings().signals()).containsKey("sig:correction");
  }

  @Test
  void theOperatorsFileIsReadOverTheShippedOne() throws Exception {
    // Given
    var own = folder.resolve("own.yml");
    Files.writeString(own, "agencies:\n  stt: {language: fi}\n  harbour: {like: stt}\n");

    // When
    var agencies = new AgenciesFile().profiles(own.toString());

    // Then
    assertThat(agencies.of("stt").zone()).hasToString("Europe/Helsinki");
    assertThat(agencies.of("stt").language()).isEqualTo("fi");
    assertThat(agencies.of("harbour").language()).isEqualTo("fi");
    assertThat(agencies.of("dpa").zone()).hasToString("Europe/Berlin");
  }

  @Test
  void anOperatorsFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> new AgenciesFile().profiles(folder.resolve("none.yml").toString()))
        .isInstanceOf(Mistake.class)
        .hasMessageStartingWith("the file of agencies cannot be read: ")
        .hasMessageEndingWith(
            "none.yml (set newsroom.ingest.agencies, or NEWSROOM_AGENCIES in the"
                + " environment)");
  }

  @Test
  void aMistakeInTheOperatorsFileNamesThatFile() throws Exception {
    // Given
    var own = folder.resolve("own.yml");
    Files.writeString(own, "agencies:\n  stt: {zone: Finland}\n");

    // Then
    assertThatThrownBy(() -> new AgenciesFile().profiles(own.toString()))
        .isInstanceOf(Mistake.class)
        .hasMessage(
            own + ", agency \"stt\": zone must be a time zone as Europe/Helsinki, not Finland");
  }
}
