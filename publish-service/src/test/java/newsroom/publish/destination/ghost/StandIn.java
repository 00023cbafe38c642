package newsroom.publish.destination.ghost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers as Ghost's Admin API is documented to, as far as posts and tags go: tokens that are old
/// or signed by another secret, slugs made unique without a word, saves that collide.
final class StandIn implements Site, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SECRET = "0f".repeat(32);
  private static final String ID = "6b037f8c447848641290e06a";
  private static final Pattern SLUG = Pattern.compile("slug:'?([a-z0-9-]+)");
  private static final Pattern MARK = Pattern.compile("codeinjection_head:~'([^']+)'");

  private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, String> slugs = new LinkedHashMap<>();
  private final HttpServer server;
  private int count;

  StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/ghost/api/admin/", this::answer);
    server.start();
  }

  private record Said(int status, JsonNode body) {}

  private static Said error(int status, String type, String message) {
    var body = JSON.createObjectNode();
    body.putArray("errors").addObject().put("type", type).put("message", message);
    return new Said(status, body);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    Said said;
    synchronized (this) {
      said = said(exchange, body);
    }
    var bytes = said.status() == 204 ? new byte[0] : said.body().toString().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Connection", "close");
    exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Said said(HttpExchange exchange, byte[] body) {
    if (!admitted(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error(401, "UnauthorizedError", "Invalid token: jwt expired");
    }
    var path = exchange.getRequestURI().getPath().replaceFirst("/ghost/api/admin/", "");
    if (path.equals("tags/")) {
      var list = JSON.createObjectNode();
      var all = list.putArray("tags");
      tags.forEach((name, id) -> all.addObject().put("id", id).put("name", name));
      return new Said(200, list);
    }
    var id = path.replaceFirst("posts/", "").replace("/", "");
    var sent =
        body.length == 0
            ? JSON.createObjectNode()
            : (ObjectNode) JSON.readTree(body).path("posts").path(0);
    return switch (exchange.getRequestMethod()) {
      case "POST" -> add(sent);
      case "GET" -> id.isEmpty() ? list(exchange.getRequestURI()) : one(200, posts.get(id));
      case "PUT" -> change(posts.get(id), sent);
      default -> posts.remove(id) == null ? missing() : new Said(204, JSON.nullNode());
    };
  }

  private static boolean admitted(String header) {
    var token = header.replaceFirst("Ghost ", "");
    var claims = token.split("[.]", -1)[1];
    var issued = JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("iat").asLong();
    var same = new Token(ID, SECRET).at(Instant.ofEpochSecond(issued)).equals(token);
    return same && issued + 300 > Instant.now().getEpochSecond();
  }

  private static Said missing() {
    return error(404, "NotFoundError", "Resource not found error, cannot read post.");
  }

  private static Said one(int status, @Nullable ObjectNode post) {
    if (post == null) {
      return missing();
    }
    var body = JSON.createObjectNode();
    body.putArray("posts").add(post);
    return new Said(status, body);
  }

  private Said list(URI address) {
    var query =
        address.getRawQuery() == null ? "" : URLDecoder.decode(address.getRawQuery(), UTF_8);
    var slug = SLUG.matcher(query);
    var mark = MARK.matcher(query);
    boolean slugs = slug.find();
    boolean marks = mark.find();
    var body = JSON.createObjectNode();
    var list = body.putArray("posts");
    posts.values().stream()
        .filter(
            post ->
                (!slugs && !marks)
                    || (slugs && post.path("slug").asString().equals(slug.group(1)))
                    || (marks
                        && post.path("codeinjection_head").asString("").contains(mark.group(1))))
        .forEach(list::add);
    body.putObject("meta").putObject("pagination").put("total", list.size());
    return new Said(200, body);
  }

  private Said add(ObjectNode sent) {
    var post = sent.deepCopy();
    var id = "%024x".formatted(++count);
    var slug = sent.path("slug").asString("untitled");
    var free = slug;
    for (int next = 2; taken(free); next++) {
      free = slug + "-" + next;
    }
    post.put("id", id).put("slug", free);
    posts.put(id, post);
    return one(201, saved(post, sent));
  }

  private boolean taken(String slug) {
    return posts.values().stream().anyMatch(post -> post.path("slug").asString().equals(slug));
  }

  private Said change(@Nullable ObjectNode post, ObjectNode sent) {
    if (post == null) {
      return missing();
    }
    if (!sent.path("updated_at").equals(post.path("updated_at"))) {
      return error(409, "UpdateCollisionError", "Saving failed! Someone else is editing this.");
    }
    post.setAll(sent);
    return one(200, saved(post, sent));
  }

  private ObjectNode saved(ObjectNode post, JsonNode sent) {
    var list = JSON.createArrayNode();
    for (var tag : sent.path("tags").isMissingNode() ? post.path("tags") : sent.path("tags")) {
      var known = tag.path("id").asString("");
      var name =
          tags.entrySet().stream()
              .filter(it -> it.getValue().equals(known))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(tag.path("name").asString(""));
      var slug = slugs.computeIfAbsent(name, it -> tag.path("slug").asString(it.toLowerCase(ROOT)));
      list.addObject()
          .put("id", tags.computeIfAbsent(name, _ -> "t" + tags.size()))
          .put("name", name)
          .put("slug", slug);
    }
    post.set("tags", list);
    post.put("updated_at", Instant.ofEpochSecond(++count).toString());
    post.put(
        "html",
        post.path("html").asString("").replace("<b>", "<strong>").replace("</b>", "</strong>"));
    var day = post.path("published_at").asString("").split("T", -1)[0].replace('-', '/');
    post.put("url", "http://harbor.test/world/" + day + "/" + post.path("slug").asString() + "/");
    return post;
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public String key() {
    return ID + ":" + SECRET;
  }

  @Override
  public synchronized void empty() {
    posts.clear();
  }

  @Override
  public JsonNode ask(String method, String path, String body) {
    return Editor.with(url(), key()).ask(method, path, body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
