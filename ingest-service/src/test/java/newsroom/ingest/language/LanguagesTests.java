package newsroom.ingest.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTests {

  private final Languages languages = new Languages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The harbour bridge will stay closed for another two weeks, the city council said on"
            + " Friday, because the new bearings have not been delivered yet.",
        "de | Die Hafenbrücke bleibt noch zwei Wochen gesperrt, teilte die Stadt am Freitag mit."
            + " Die neuen Lager seien noch nicht geliefert worden.",
        "fr | Le pont du port restera fermé pendant encore deux semaines, a annoncé la ville"
            + " vendredi, parce que les nouvelles pièces n'ont pas encore été livrées.",
        "es | El puente del puerto seguirá cerrado otras dos semanas, informó el viernes el"
            + " ayuntamiento, porque todavía no han llegado las piezas nuevas.",
        "it | Il ponte del porto resterà chiuso per altre due settimane, ha comunicato venerdì il"
            + " comune, perché i nuovi pezzi non sono ancora stati consegnati.",
        "pt | A ponte do porto continuará fechada por mais duas semanas, informou na sexta-feira a"
            + " câmara municipal, porque as novas peças ainda não foram entregues.",
        "nl | De havenbrug blijft nog twee weken gesloten, meldt de gemeente vrijdag. De nieuwe"
            + " onderdelen zijn volgens een woordvoerder nog niet geleverd.",
        "sv | Hamnbron förblir stängd i ytterligare två veckor, meddelade staden på fredagen."
            + " De nya lagren har ännu inte levererats, säger en talesperson.",
        "da | Havnebroen forbliver lukket i yderligere to uger, oplyste kommunen fredag."
            + " De nye lejer er endnu ikke blevet leveret, siger en talsmand.",
        "fi | Satamasilta pysyy suljettuna vielä kaksi viikkoa, kaupunki kertoi perjantaina."
            + " Uusia laakereita ei ole vielä toimitettu, tiedottaja sanoo.",
        "pl | Most portowy pozostanie zamknięty jeszcze przez dwa tygodnie, poinformowało w piątek"
            + " miasto, ponieważ nowe części nie zostały jeszcze dostarczone.",
        "cs | Přístavní most zůstane uzavřen ještě dva týdny, oznámilo v pátek město, protože nové"
            + " díly zatím nebyly dodány a oprava se proto prodlouží.",
        "tr | Liman köprüsü iki hafta daha kapalı kalacak. Belediye cuma günü yaptığı açıklamada"
            + " yeni parçaların henüz teslim edilmediğini bildirdi.",
        "el | Η γέφυρα του λιμανιού θα παραμείνει κλειστή για άλλες δύο εβδομάδες, ανακοίνωσε την"
            + " Παρασκευή ο δήμος, επειδή δεν έχουν παραδοθεί τα νέα εξαρτήματα.",
        "ru | Портовый мост останется закрытым ещё две недели, сообщила в пятницу администрация"
            + " города, потому что новые детали до сих пор не доставлены.",
        "uk | Портовий міст залишиться закритим ще два тижні, повідомила в п'ятницю міська рада,"
            + " тому що нові деталі досі не доставлено.",
        "ar | سيبقى جسر الميناء مغلقا لمدة أسبوعين آخرين، حسبما أعلنت المدينة يوم الجمعة، لأن القطع"
            + " الجديدة لم تصل بعد وستستمر أعمال الإصلاح.",
      })
  void theLettersTellTheLanguage(String language, String text) {
    assertThat(languages.of(text)).isEqualTo(language);
  }

  @Test
  void aHeadlineAloneTellsTooLittle() {
    assertThat(languages.of("Die Hafenbrücke bleibt gesperrt")).isNull();
  }

  @Test
  void namesAndNumbersTellNothing() {
    assertThat(languages.of("Rossi 12.3, Meier 12.4, Silva 12.6 — ".repeat(3))).isNull();
  }

  @Test
  void theSameTextAlwaysGivesTheSameAnswer() {
    // Given
    var text = "Hotel Bristol, Taxi, Radio, Museum, Park, Restaurant, Casino, Opera, Garage. ";

    // Then
    var first = languages.of(text.repeat(3));
    for (int i = 0; i < 20; i++) {
      assertThat(languages.of(text.repeat(3))).isEqualTo(first);
    }
  }
}
