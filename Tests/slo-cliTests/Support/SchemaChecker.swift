import Foundation

/// Checks a JSON value by the parts of JSON Schema that our schemas use: types, members, items,
/// fixed values and references within the schema.
struct SchemaChecker {
  let root: [String: Any]

  func mistakes(in value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(path): no definition \(name)"]
      }
      return mistakes(in: value, target, at: path)
    }
    var found: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { Self.isType($0, value) })
    {
      found.append("\(path): not of type \(types)")
    }
    let choices = schema["enum"] as? [Any] ?? schema["const"].map { [$0] }
    if let choices, !choices.contains(where: { "\($0)" == "\(value)" }) {
      found.append("\(path): not one of \(choices)")
    }
    if let object = value as? [String: Any] { found += members(of: object, schema, path) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in array.enumerated() {
        found += mistakes(in: item, items, at: "\(path)[\(index)]")
      }
    }
    return found
  }

  private func members(
    of object: [String: Any],
    _ schema: [String: Any],
    _ path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    var found = missing.map { "\(path): no \($0)" }
    for (key, value) in object {
      guard let property = properties[key] else {
        found.append("\(path): unknown \(key)")
        continue
      }
      found += mistakes(in: value, property, at: "\(path).\(key)")
    }
    return found
  }

  private static func isType(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": value is NSNumber
    case "boolean": value is Bool
    case "null": value is NSNull
    default: false
    }
  }
}
