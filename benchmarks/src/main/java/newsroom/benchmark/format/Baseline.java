package newsroom.benchmark.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import tools.jackson.databind.json.JsonMapper;

/// What anybody would parse the bytes with.
interface Baseline {

  Object parse(byte[] bytes) throws Exception;

  static Baseline of(String format) {
    return switch (format) {
      case "newsml-g2", "newsml-1", "nitf" -> dom();
      case "rss", "atom" -> Baseline::rome;
      case "email" -> Baseline::mail;
      case "iptc7901", "anpa1312" -> bytes -> new String(bytes, UTF_8).lines().toList();
      default -> json();
    };
  }

  private static Baseline dom() {
    var parsers = DocumentBuilderFactory.newDefaultInstance();
    return bytes ->
        parsers
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes))
            .getDocumentElement()
            .getTextContent();
  }

  private static Baseline json() {
    var mapper = JsonMapper.builder().build();
    return mapper::readTree;
  }

  private static Object rome(byte[] bytes) throws Exception {
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
  }

  private static Object mail(byte[] bytes) throws Exception {
    var session = Session.getInstance(new Properties());
    return new MimeMessage(session, new ByteArrayInputStream(bytes)).getContent();
  }
}
