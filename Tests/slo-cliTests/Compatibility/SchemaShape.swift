import Foundation

/// The paths that a published JSON Schema describes, a line each with what stands there.
struct SchemaShape {
  private let root: [String: Any]

  init(named name: String) throws {
    let path = "Sources/SLOKit/SLOKit.docc/Schemas/\(name).schema.json"
    let data = try Data(contentsOf: Tool.package.appending(path: path))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// The name and version that every such result carries.
  var version: String? {
    ((root["properties"] as? [String: Any])?["schema"] as? [String: Any])?["const"] as? String
  }

  var lines: [String] { lines(root, at: "") }

  /// The paths below `path`; an array is `[]`, and a key that may be missing has a question mark.
  private func lines(_ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String, !reference.hasPrefix("#") {
      return ["\(path): as in \(reference)"]
    }
    let schema = resolved(schema)
    if let alternatives = schema["anyOf"] as? [[String: Any]] {
      return alternatives.flatMap { lines($0, at: path) }
    }
    var found: [String] = []
    for value in schema["enum"] as? [Any] ?? schema["const"].map({ [$0] }) ?? [] {
      found.append("\(path): \(value is NSNull ? "null" : "'\(value)'")")
    }
    for type in schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }) ?? []
    where !path.isEmpty { found.append("\(path): \(type)") }
    if let items = schema["items"] as? [String: Any] { found += lines(items, at: path + "[]") }
    let required = schema["required"] as? [String] ?? []
    for (key, member) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      let mark = required.contains(key) ? "" : "?"
      found += lines(member, at: (path.isEmpty ? "" : path + ".") + key + mark)
    }
    return found
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let name = (schema["$ref"] as? String)?.split(separator: "/").last else { return schema }
    return (root["$defs"] as? [String: [String: Any]])?[String(name)] ?? [:]
  }
}
