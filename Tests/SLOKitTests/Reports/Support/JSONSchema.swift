import Foundation

/// A validator for the part of JSON Schema (draft 2020-12) that the schemas here use.
///
/// A keyword that it does not know is an error, so that no schema asks for more than is checked.
struct JSONSchema {
  private let root: JSONValue
  /// The schemas that this one refers to, by their file names.
  private let others: [String: JSONSchema]

  private static let annotations: Set = ["$schema", "$id", "title", "description", "$defs"]

  init(text: String, others: [String: JSONSchema] = [:]) throws {
    root = try JSONValue(text: text)
    self.others = others
  }

  /// What is wrong with a text, each with its path.
  ///
  /// A property that the schema does not list is an error, even where the schema leaves room for
  /// keys of later versions.
  func mistakes(in text: String) throws -> [String] {
    mistakes(try JSONValue(text: text), root, "$")
  }

  private func mistakes(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { mistakes(value, $0.key, $0.value, path) }
  }

  private func mistakes(
    _ value: JSONValue,
    _ keyword: String,
    _ expected: JSONValue,
    _ path: String
  ) -> [String] {
    switch keyword {
    case _ where Self.annotations.contains(keyword): []
    case "$ref": referenceMistakes(value, expected, path)
    case "type":
      Self.alternatives(expected).contains { Self.isOf($0.string ?? "", value) }
        ? [] : ["\(path) is of the wrong type: \(value)"]
    case "enum", "const":
      Self.alternatives(expected).contains(value) ? [] : ["\(path) is unexpected: \(value)"]
    case "required":
      expected.array.compactMap(\.string).filter { value[$0] == nil }.map { "\(path) lacks \($0)" }
    case "properties": propertyMistakes(value, expected, path)
    case "items":
      value.array.enumerated().flatMap { mistakes($1, expected, "\(path)[\($0)]") }
    case "minItems", "maxItems":
      isWithin(keyword, expected, Double(value.array.count), path)
    case "minimum", "maximum": isWithin(keyword, expected, value.number, path)
    case "pattern": patternMistakes(value, expected, path)
    case "anyOf":
      expected.array.contains { mistakes(value, $0, path).isEmpty }
        ? [] : ["\(path) fits none of the alternatives: \(value)"]
    default: ["the keyword \(keyword) is not known"]
    }
  }

  private func propertyMistakes(
    _ value: JSONValue,
    _ expected: JSONValue,
    _ path: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.sorted { $0.key < $1.key }.flatMap { key, value in
      expected[key].map { mistakes(value, $0, "\(path).\(key)") }
        ?? ["\(path).\(key) is not described"]
    }
  }

  private func patternMistakes(
    _ value: JSONValue,
    _ expected: JSONValue,
    _ path: String
  ) -> [String] {
    guard let text = value.string, let pattern = expected.string else { return [] }
    guard let regex = try? Regex(pattern) else { return ["\(path): no pattern: \(pattern)"] }
    return text.contains(regex) ? [] : ["\(path) does not match \(pattern): \(text)"]
  }

  private func isWithin(
    _ keyword: String,
    _ limit: JSONValue,
    _ number: Double?,
    _ path: String
  ) -> [String] {
    guard let number, let limit = limit.number else { return [] }
    let fits = keyword.hasPrefix("min") ? number >= limit : number <= limit
    return fits ? [] : ["\(path): \(number) is beyond \(keyword) \(limit)"]
  }

  /// A reference is to a definition of this schema, to another schema, or to a definition of that.
  private func referenceMistakes(
    _ value: JSONValue,
    _ reference: JSONValue,
    _ path: String
  ) -> [String] {
    let parts = (reference.string ?? "").components(separatedBy: "#/$defs/")
    guard let schema = parts[0].isEmpty ? self : others[parts[0]] else {
      return ["\(path): there is no schema \(parts[0])"]
    }
    let target = parts.count > 1 ? schema.root["$defs"]?[parts[1]] : schema.root
    return schema.mistakes(value, target ?? .null, path)
  }

  private static func alternatives(_ value: JSONValue) -> [JSONValue] {
    if case .array(let values) = value { return values }
    return [value]
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .boolean),
      ("number", .number), ("null", .null):
      true
    case ("integer", .number(let number)): number == number.rounded()
    case (_, _): false
    }
  }
}
