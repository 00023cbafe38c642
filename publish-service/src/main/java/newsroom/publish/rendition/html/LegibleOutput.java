package newsroom.publish.rendition.html;

import gg.jte.TemplateOutput;
import newsroom.publish.rendition.Legible;

/// The last gate of every page: what no document may hold does not pass.
record LegibleOutput(TemplateOutput output) implements TemplateOutput {

  @Override
  public void writeContent(String value) {
    writeContent(value, 0, value.length());
  }

  @Override
  public void writeContent(String value, int begin, int end) {
    if (Legible.clean(value, begin, end) == end) {
      output.writeContent(value, begin, end);
    } else {
      output.writeContent(Legible.text(value.substring(begin, end)));
    }
  }

  @Override
  public void writeBinaryContent(byte[] value) {
    output.writeBinaryContent(value);
  }
}
